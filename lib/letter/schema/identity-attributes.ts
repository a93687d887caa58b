/** The attributes that name a node within the letter and may occur once. */
export const IDENTITY_ATTRIBUTES = ['id', 'nodeId'] as const;
