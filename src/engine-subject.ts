import type { Desk, Words } from './consent/desk.js';
import type { ConsentEvent, Subject } from './consent/model.js';
import type { Inside } from './engine-inside.js';
import { isSpecial, readSubject } from './consent/read-subject.js';
import { ConsentError } from './errors.js';
import { own } from './own.js';

/** From now on somebody else answers: see `ConsentEngine.setSubject`. */
export const setSubject = async (inside: Inside, given: unknown, options: unknown): Promise<void> => {
  const { book, asking, ruling, checkAlive, tellOf } = inside;
  const subject = readSubject(given);
  const linked = own(options, 'link') === true;
  if (linked) checkLink(book.subject, subject);
  const { desk } = await asking();
  if (isSpecial(subject)) await ruling();
  await desk.settled;
  checkAlive();
  const ids = new Set(book.own.map(({ request }) => request.id));
  const answers = linked ? [...ids].flatMap((id) => answersTo(inside, id)) : [];
  book.subject = subject;
  for (const event of answers) await takeOver(inside, desk, event);
  desk.renew();
  tellOf([...ids, ...inside.parts.declared.keys()]);
};

/** Only who is nobody yet can turn out to be somebody. */
const checkLink = (former: Subject, subject: Subject): void => {
  if (isLocal(former) && !isLocal(subject)) return;
  const sentence = 'Only the answers of a local subject can become those of a named one.';
  throw new ConsentError('engine/cannot-link', sentence, { from: former.id, to: subject.id });
};

const isLocal = ({ id }: Subject): boolean => id.startsWith('local-');

/** The answers that stand; one for a single act is over. */
const answersTo = ({ book }: Inside, id: string): readonly ConsentEvent[] => {
  const { answer, refused } = book.standing(id);
  return [answer, refused].flatMap((event) => (event && event.validity !== 'once' ? [event] : []));
};

/**
 * The answer again, as the named subject's own, on the app's word (`act: 'host'`) that both are one person. It names the answer it
 * repeats, and nothing of what the named subject answered before: of two answers that knew nothing of each other the stricter
 * counts.
 */
const takeOver = async ({ book }: Inside, desk: Desk, event: ConsentEvent): Promise<void> => {
  const { answer } = book.standing(event.request.id);
  const isSame =
    answer?.decision === event.decision &&
    answer.policyHash === event.policyHash &&
    answer.request.version === event.request.version;
  if (isSame) return;
  const { request, decision, visibility, noticeHash, validity, until, guardian, platform } = event;
  const { actsFor } = event.subject;
  const words: Words = {
    subject: { ...book.subject, ...(actsFor && { actsFor }) },
    request,
    decision,
    act: 'host',
    visibility,
    noticeHash,
    validity,
    supersedes: [event.id],
    ...(until !== undefined && { until }),
    ...(guardian && { guardian }),
    ...(platform && { platform }),
  };
  await desk.settled;
  desk.record({ ...event.policy, hash: event.policyHash }, words);
};
