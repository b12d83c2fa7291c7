import { idOfStream, type RecordedEvent } from '@mainstay/event-sourcing';
import { projection } from '@mainstay/read-store';
import { actionEvents, type Source } from '../action.events';
import { actionTable } from './action-table';

export const actionRegister = projection({
  name: 'assessment.action-register',
  version: 1,
  events: actionEvents,
  tables: { action: actionTable },
  on: {
    'assessment.ActionRaised': (event, rows) => {
      const { source, ...facts } = event.data;
      rows.action.insert({
        actionId: actionIdOf(event),
        ...facts,
        awaitedOn: facts.dueOn,
        state: 'open',
        source,
        sourceKind: source.kind,
        sourceId: sourceIdOf(source),
        raisedBy: event.metadata.actor,
        raisedAt: event.recorded,
        stateSince: event.recorded,
        version: event.version,
      });
    },
    'assessment.ActionChanged': (event, rows) => {
      const { title, description = null, ownerId, dueOn } = event.data.to;
      rows.action.update(
        { actionId: actionIdOf(event) },
        { title, description, ownerId, dueOn, awaitedOn: dueOn, version: event.version },
      );
    },
    'assessment.ActionStateChanged': (event, rows) => {
      const { to: state, evidence = null, reason = null } = event.data;
      const doneOn = state === 'done' ? (event.data.doneOn ?? event.recorded.toISOString().slice(0, 10)) : null;
      rows.action.update({ actionId: actionIdOf(event) }, ({ dueOn }) => ({
        state,
        awaitedOn: state === 'open' || state === 'under-way' ? dueOn : null,
        evidence,
        doneOn,
        reason,
        stateSince: event.recorded,
        version: event.version,
      }));
    },
  },
});

function sourceIdOf(source: Source): string | undefined {
  switch (source.kind) {
    case 'audit-action':
      return source.auditId;
    case 'organisation-cell':
      return source.assessmentId;
    case 'litmus':
      return source.subjectId;
    case 'own':
      return undefined;
  }
}

const actionIdOf = ({ tenant, stream }: RecordedEvent) => idOfStream(tenant, stream);
