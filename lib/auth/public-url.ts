/** The address at which people reach this server (NEXTAUTH_URL), where it is set; otherwise the Host of each request counts. */
export function publicUrl(): string | undefined {
  return process.env.NEXTAUTH_URL || undefined;
}
