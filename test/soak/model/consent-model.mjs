// What the answers to one request come to, told as simply as it can be: each answer knows the answers its tab had seen. It
// shares nothing with the engine, so that both must be wrong in the same way to agree on a mistake.

const STRICTNESS = { granted: 1, denied: 3, withdrawn: 4 };

const weight = ({ answer, refused }) =>
  answer
    ? `${STRICTNESS[answer.decision] + (answer.decision === 'granted' && refused ? 1 : 0)}${answer.id}`
    : '';

/** The answers of which no other one knows. */
const lastOf = (answers) => answers.filter((one) => !answers.some((other) => other.knows.has(one)));

/** Where nobody knew of the other, the stricter counts; a grant of what another branch refused is none. */
function join(states) {
  const { answer, refused } = states.reduce((a, b) => (weight(b) > weight(a) ? b : a), {});
  const refusals = states
    .flatMap((state) =>
      [state.refused, state.answer?.decision === 'denied' ? state.answer : undefined].filter(
        (one) => one && one !== answer,
      ),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const against = refusals.find(({ version }) => version === answer?.version);
  if (answer?.decision === 'granted' && against) return { answer: against };
  return { answer, refused: refused ?? refusals[0] };
}

const stateAfter = (last, answers) => {
  const past = stateOf(answers.filter((answer) => last.knows.has(answer)));
  if (last.decision === 'dismissed') return past;
  const leavesGrant =
    last.general && past.answer?.decision === 'granted' && past.answer.version !== last.version;
  return last.decision === 'denied' && leavesGrant ? { ...past, refused: last } : { answer: last };
};

const stateOf = (answers) => join(lastOf(answers).map((last) => stateAfter(last, answers)));

/** What `status` must say of the general request. `effective` and `today` are days, where the version has one. */
export function expectedStatus(answers, { version, material, effective, today, dismissed }) {
  const { answer, refused } = stateOf(answers);
  if (!answer) return { decision: 'none', reason: dismissed ? 'dismissed' : 'unanswered', asks: !dismissed };
  const reason = () => {
    if (answer.version === version) return 'answered';
    if (effective !== undefined && effective > today) return 'not-yet-effective';
    if (refused?.version === version) return 'version-refused';
    if (!material) return 'not-material';
    return dismissed ? 'dismissed' : 'new-version';
  };
  return { decision: answer.decision, reason: reason(), asks: reason() === 'new-version' };
}

/** What `status` must say of a request that is not a policy's: a grant counts where it was given for good. */
export function expectedDecision(answers) {
  const { answer } = stateOf(answers);
  if (!answer) return 'none';
  return answer.decision === 'granted' && !answer.lasts ? 'none' : answer.decision;
}
