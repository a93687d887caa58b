/** Has the request to an agency drafted and saves the file as a browser does. Throws with the server's sentence where it is refused. */
export async function saveDraft(letterId: string, agency: string): Promise<void> {
  const answer = await fetch(`/api/letters/${letterId}/confidential-request/draft?agency=${agency}`, { method: 'POST' });
  if (!answer.ok) {
    const told = (await answer.json().catch(() => null)) as { error?: { message?: string } } | null;
    throw new Error(told?.error?.message ?? `The request was not drafted (${answer.status}).`);
  }
  const address = URL.createObjectURL(await answer.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = `confidential-treatment-request-${agency.toLowerCase()}.docx`;
  link.click();
  URL.revokeObjectURL(address);
}
