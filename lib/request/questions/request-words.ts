/** A question mark that ends a sentence, and not one inside an address. */
const QUESTION_MARK = /\?(?=$|[\s"”’)\]\uE000])/;

/** "request comment", "seek the public's views", "invites input" */
const REQUESTS =
  /\b(?:request|seek|solicit|invite|welcome)(?:s|ed|ing)?\b[^.?!]{0,80}\b(?:comments?|input|views?|information|feedback|data|responses?)\b|\b(?:comments?|input|views?|information|feedback) (?:is|are) (?:requested|sought|invited|solicited|welcome)/i;
const FOLLOWING =
  /\b(?:following|below)\b[^.?!]{0,60}\b(?:questions?|issues?|topics?|matters?)\b|\b(?:respond to|answer|consider|address)\b[^.?!]{0,40}\b(?:questions?|following)\b/i;
const ASKED =
  /\b(?:commenters?|the public|interested (?:persons|parties)|market participants)\b[^.?!]{0,40}\b(?:should|are (?:asked|requested|invited|encouraged) to)\b/i;
const IMPERATIVE = /^(?:please|describe|discuss|explain|identify|provide|comment on|address|quantify|list|specify|compare|estimate)\b/i;
const HEADING =
  /\b(?:requests? for (?:public )?comments?|requests? for information|questions?|solicitation of (?:public )?comments?|issues for comment|comments? (?:requested|solicited|sought)|matters for comment)\b/i;
/** Parts of a document in which nobody is asked: lists of subjects, voting summaries, statements of single members. */
const NOT_ASKING =
  /^(?:list of subjects|appendi(?:x|ces)\b|table of contents\b|.*\bstatement of\b.*\b(?:chair|chairman|commissioner|acting)\b|.*\bdissent(?:ing)?\b)/i;
const FOLLOW_UP =
  /^(?:why\b|why not\b|if (?:so|not|yes|no)\b|please\b|how so\b|explain\b|in (?:that|this|either|each) case\b|what about\b|for example\b|and\b|or\b)/i;

/** True where a text holds a real question. */
export function hasQuestion(text: string): boolean {
  return QUESTION_MARK.test(text);
}

/** True where a text asks something: a question, or words such as "please describe". */
export function asks(text: string): boolean {
  return hasQuestion(text) || IMPERATIVE.test(text) || REQUESTS.test(text) || ASKED.test(text);
}

/** True where a text asks the public for comment, or announces the questions that follow. */
export function requestsComment(text: string): boolean {
  return REQUESTS.test(text) || FOLLOWING.test(text);
}

/** True for a heading under which the public is asked. */
export function isRequestHeading(heading: string): boolean {
  return HEADING.test(heading);
}

export function isOutsideRequest(heading: string): boolean {
  return NOT_ASKING.test(heading.slice(0, 300));
}

/** True for a sentence that goes on with the question before it: "If so, how?", "Please explain." */
export function isFollowUp(sentence: string): boolean {
  return FOLLOW_UP.test(sentence);
}
