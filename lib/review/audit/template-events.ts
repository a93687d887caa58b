interface TemplateSubject {
  readonly type: 'template';
  readonly id: string;
}

interface Named {
  readonly name: string;
  readonly sha256: string;
}

export type TemplateEvent =
  | { readonly type: 'template.added'; readonly subject: TemplateSubject; readonly data: Named }
  | { readonly type: 'template.opened'; readonly subject: TemplateSubject; readonly data: Named }
  | { readonly type: 'template.withdrawn'; readonly subject: TemplateSubject; readonly data: Named };
