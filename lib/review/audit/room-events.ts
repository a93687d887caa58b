/** What the log says of typing: not every keystroke, but who changed a section's text within a stretch of time. */
export type RoomEvent = {
  readonly type: 'section.text-edited';
  readonly subject: { readonly type: 'section'; readonly id: string };
  readonly data: {
    readonly letterId: string;
    readonly generation: number;
    /** how many changes of this member, and the instants of the first and the last */
    readonly changes: number;
    readonly from: string;
    readonly to: string;
  };
};
