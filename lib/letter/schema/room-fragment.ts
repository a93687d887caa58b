/** The name of the text inside a room's collaborative document. */
export const ROOM_FRAGMENT = 'body';
