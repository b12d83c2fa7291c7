import { timeUseOf } from '../content/time';
import { demoPeople } from '../people';
import type { Calendar, Step } from '../timeline';
import { accountSteps, movementSteps } from './accounts';
import { actionSteps } from './actions';
import { auditSteps } from './audits';
import { criteriaSteps } from './criteria';
import { duplicateSteps } from './duplicates';
import { evidenceSteps } from './evidence';
import { litmusSteps } from './litmus';
import { aftermathSteps, categorySteps, noticeSteps } from './moves';
import { organisationSteps } from './organisation';
import { planSteps } from './plans';
import { relationshipSteps } from './relationships';
import { roundSteps } from './rounds';
import { type Catalogues, divisionId, personId, type Story } from './story';
import { timeSteps } from './time';
import { offeringSteps } from './who-knows-whom';
import { wordsSteps } from './words';

/** Everything that happens in one enterprise, in the order of its calendar. */
export function tell(story: Story, catalogues: Catalogues, calendar: Calendar): Step[] {
  const steps = [
    ...foundation(story, calendar),
    ...offeringSteps(story, calendar),
    ...story.accounts.flatMap((account, index) => accountSteps(story, account, index, catalogues, calendar)),
    ...story.movements.flatMap((movement) => movementSteps(story, movement, catalogues, calendar)),
    ...categorySteps(story, calendar),
    ...noticeSteps(story, calendar),
    ...story.movements.flatMap((movement) => aftermathSteps(story, movement, calendar)),
    ...story.audits.flatMap((audit, index) => auditSteps(story, audit, index, catalogues, calendar)),
    ...story.organisations.flatMap((assessment, index) => organisationSteps(story, assessment, index, calendar)),
    ...story.accounts.flatMap((account, index) => planSteps(story, account, index, calendar)),
    ...story.accounts.flatMap((account, index) => relationshipSteps(story, account, index, calendar)),
    ...duplicateSteps(story, calendar),
    ...litmusSteps(story, calendar),
    ...timeSteps(story, calendar),
    ...wordsSteps(story, calendar),
    ...criteriaSteps(story, catalogues, calendar),
    ...roundSteps(story, catalogues, calendar),
    ...actionSteps(story, calendar),
    ...evidenceSteps(story, calendar),
  ];
  return steps.sort((a, b) => a.at.getTime() - b.at.getTime());
}

function foundation({ enterprise }: Story, calendar: Calendar): Step[] {
  const { alias: tenant, administrator } = enterprise;
  const request = (minute: number, method: Step['method'], path: string, body: unknown): Step => ({
    tenant,
    at: calendar.moment(enterprise.months, 0, 8, minute),
    as: administrator,
    method,
    path,
    body,
  });
  const { name, currency, capacity, planReviewDays } = enterprise;
  return [
    request(0, 'PUT', 'enterprise', { name, currency, capacity, planReviewDays }),
    ...enterprise.divisions.map(({ code, name }) => request(5, 'POST', 'divisions', { code, name })),
    ...demoPeople
      .filter(({ memberships }) => memberships[tenant])
      .map((person) =>
        request(10, 'POST', 'people', {
          personId: person.id,
          name: person.name,
          email: person.email,
          role: person.memberships[tenant],
          ...placeOf(tenant, person.username),
        }),
      ),
    ...enterprise.divisions
      .filter(({ head }) => head)
      .map(({ code, head }) =>
        request(20, 'PATCH', `divisions/${divisionId(tenant, code)}`, { headId: personId(head!) }),
      ),
  ];
}

/** People are told after the line managers that they report to. */
function placeOf(tenant: string, username: string) {
  const place = timeUseOf[tenant]?.places[username];
  return place && { lineManagerId: personId(place.lineManager), divisionId: divisionId(tenant, place.division) };
}
