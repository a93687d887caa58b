import type { Node as PmNode } from '@tiptap/pm/model';
import type { NodeView, NodeViewConstructor } from '@tiptap/pm/view';
import { drawObject } from './draw-object';
import type { ReferenceStore } from './reference-store';

/** A citation or cross-reference in the editor of a footnote's text: its words as they are now; a click or Enter opens its dialog. */
export function footnoteObject(store: ReferenceStore | null): NodeViewConstructor {
  return (first, view, getPos): NodeView => {
    let node: PmNode = first;
    const dom = document.createElement('span');
    dom.tabIndex = 0;
    dom.setAttribute('role', 'button');
    dom.setAttribute('aria-haspopup', 'dialog');
    const draw = () => drawObject(dom, node.type.name, node.attrs, store?.getView() ?? null);
    draw();
    const deaf = store?.subscribe(draw);
    const apply = (attrs: Readonly<Record<string, unknown>>) => {
      const position = getPos();
      if (position !== undefined) view.dispatch(view.state.tr.setNodeMarkup(position, undefined, { ...node.attrs, ...attrs }));
      view.focus();
    };
    const open = () =>
      store?.onEdit({
        type: node.type.name === 'citation' ? 'citation' : 'crossReference',
        attrs: node.attrs,
        apply: view.editable ? apply : null,
      });
    dom.addEventListener('click', open);
    dom.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      open();
    });
    return {
      dom,
      update: (next) => {
        if (next.type !== node.type) return false;
        node = next;
        draw();
        return true;
      },
      stopEvent: (event) => event.type === 'click' || event.type === 'keydown',
      ignoreMutation: () => true,
      destroy: () => deaf?.(),
    };
  };
}
