export const NOTIFICATION_KINDS = {
  mentioned: 'You were mentioned',
  replied: 'Somebody replied',
  assigned: 'A thread was assigned to you',
  resolved: 'A thread was resolved',
  'suggestion-decided': 'Your suggestion was decided',
  'review-asked': 'A section waits for your signature',
  'signature-voided': 'Your signature fell',
  'signature-refused': 'A signature was refused',
  'owner-set': 'A section is yours',
  delegated: 'Somebody lets you sign in their place',
} as const;

/** What the inbox and the e-mails tell of. */
export type NotificationKind = keyof typeof NOTIFICATION_KINDS;
