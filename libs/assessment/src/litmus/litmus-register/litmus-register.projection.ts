import { idOfStream, type RecordedEvent } from '@mainstay/event-sourcing';
import { projection, type RowsOf } from '@mainstay/read-store';
import { type LitmusEvent, litmusEvents } from '../litmus.events';
import { litmusTestOf } from '../litmus-catalogue';
import { unmet, yesCount } from '../result';
import { litmusTakingTable, litmusTestTable } from './litmus-tables';

const tables = { takings: litmusTakingTable, tests: litmusTestTable };

export const litmusRegister = projection({
  name: 'assessment.litmus-register',
  version: 1,
  events: litmusEvents,
  tables,
  on: {
    'assessment.LitmusTaken': (event, rows) => {
      const taking = { ...takingOf(event), corrections: 0, reason: null };
      rows.takings.insert(taking);
      keepLatest(event, taking, rows);
    },
    'assessment.LitmusTakingCorrected': (event, rows) => {
      const taking = takingOf(event);
      const { reason } = event.data;
      const key = { litmusId: taking.litmusId, takenOn: taking.takenOn };
      rows.takings.update(key, ({ corrections }) => ({ ...taking, corrections: corrections + 1, reason }));
      rows.tests.update({ litmusId: taking.litmusId }, ({ takenOn, corrections }) =>
        takenOn === taking.takenOn
          ? { ...taking, corrections: corrections + 1, reason, version: event.version }
          : { version: event.version },
      );
    },
  },
});

type Event = RecordedEvent<LitmusEvent['type'], LitmusEvent['data']>;

function keepLatest(
  { version }: Event,
  taking: ReturnType<typeof takingOf> & { corrections: number; reason: null },
  { tests }: RowsOf<typeof tables>,
): void {
  tests.upsert({ litmusId: taking.litmusId }, (latest) =>
    latest && latest.takenOn > taking.takenOn ? { ...latest, version } : { ...taking, version },
  );
}

function takingOf({ tenant, stream, metadata, recorded, data }: Event) {
  const { test, accountId, managerId, catalogueVersion, takenOn, answers } = data;
  const { questions, gate } = litmusTestOf(catalogueVersion, test);
  return {
    litmusId: idOfStream(tenant, stream),
    test,
    accountId: accountId ?? null,
    managerId: managerId ?? null,
    catalogueVersion,
    takenOn,
    answers,
    yes: yesCount(answers),
    questions: questions.length,
    gate,
    unmet: unmet(answers),
    takenBy: metadata.actor,
    takenAt: recorded,
  };
}
