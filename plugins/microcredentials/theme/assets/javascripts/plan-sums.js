/**
 * What a plan adds up to. Uses neither the DOM nor the network.
 *
 * @typedef {import('./plan-data.js').Facts} Facts
 * @typedef {import('./plan-data.js').Stack} Stack
 * @typedef {import('./plan-data.js').Member} Member
 *
 * @typedef {object} Goal what the program asks educators to collect
 * @property {string} type
 * @property {string} unit
 * @property {number} amount
 *
 * @typedef {object} Sum of one kind of worth
 * @property {string} label of the type, with the place if it is not the home state
 * @property {number} amount 0 if amounts of this kind are not stated
 * @property {string} units
 * @property {boolean} isGoal
 * @property {{title: string, amount: number}[]} sources
 *
 * @typedef {object} Progress on a stack
 * @property {number} have how many of the needed members are planned
 * @property {number} need
 * @property {Member[]} missing required members that are not planned
 * @property {number} electives how many electives are still needed
 * @property {Member[]} choices electives that are not planned; empty if no more are needed
 */

/**
 * Add up the hours.
 * @param {Pick<Facts, 'hours'>[]} planned
 * @returns {{least: number, most: number, unknown: number}} unknown: how many do not state their hours
 */
export function sumHours(planned) {
  const stated = planned.map(({ hours }) => hours).filter((hours) => hours.length);
  return {
    least: stated.reduce((sum, [least]) => sum + least, 0),
    most: stated.reduce((sum, [, most]) => sum + most, 0),
    unknown: planned.length - stated.length,
  };
}

/**
 * Add up what credentials count for: one sum for each type, unit and place, that of the goal first.
 * @param {Pick<Facts, 'title' | 'worth'>[]} planned
 * @param {Goal | null} goal
 * @returns {Sum[]}
 */
export function sumWorth(planned, goal) {
  /** @type {Map<string, Sum>} */
  const sums = new Map();
  for (const { title, worth } of planned) {
    for (const { type, label, amount, unit, units, is_home } of worth) {
      const key = JSON.stringify([label, unit]);
      const isGoal = is_home && type === goal?.type && unit === goal.unit;
      const sum = sums.get(key) ?? { label, units, isGoal, amount: 0, sources: [] };
      sum.amount += amount ?? 0;
      sum.sources.push({ title, amount: amount ?? 0 });
      sums.set(key, sum);
    }
  }
  return [...sums.values()].sort((a, b) => Number(b.isGoal) - Number(a.isGoal));
}

/**
 * Return how far a plan completes a stack; null if it has none of its members.
 * @param {Pick<Stack, 'members' | 'electives_min'>} stack
 * @param {string[]} slugs of the plan
 * @returns {Progress | null}
 */
export function progressOn({ members, electives_min }, slugs) {
  const planned = members.filter(({ slug }) => slugs.includes(slug));
  if (!planned.length) return null;
  const required = members.filter(({ role }) => role === 'required');
  const missing = required.filter((member) => !planned.includes(member));
  const electives = Math.max(0, electives_min - planned.filter(({ role }) => role === 'elective').length);
  const choices = members.filter((member) => member.role === 'elective' && !planned.includes(member));
  const need = required.length + electives_min;
  return { need, have: need - missing.length - electives, missing, electives, choices: electives ? choices : [] };
}
