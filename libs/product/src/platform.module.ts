import { type DynamicModule, Global, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { CommandRunner, EVENT_STORE, type EventStore } from '@mainstay/event-sourcing';
import { FileStore } from '@mainstay/file-store';
import { PersonalDataVault } from '@mainstay/personal-data';
import { ReadStore } from '@mainstay/read-store';
import { ObservedCommandRunner, ObservedEventStore, type Tracer } from '@mainstay/telemetry';
import type { Registry } from 'prom-client';
import { READ_MODELS, type ReadModels } from './system/read-models';
import { START_STATE, type StartState } from './system/start-state';

export const METRICS = Symbol('Metrics');

/** What every context is given. Built by the caller, so that tests and commands compose the same parts. */
export interface Platform {
  readonly store: EventStore;
  readonly readModels: ReadModels;
  readonly readStore: ReadStore;
  readonly vault: PersonalDataVault;
  readonly files: FileStore;
  readonly metrics: Registry;
  readonly tracer: Tracer;
  readonly startState: StartState;
}

@Global()
@Module({})
export class PlatformModule {
  static with(platform: Platform): DynamicModule {
    const provided = [
      {
        provide: EVENT_STORE,
        useFactory: () => new ObservedEventStore(platform.store, platform.metrics, platform.tracer),
      },
      {
        provide: CommandRunner,
        useFactory: (store: EventStore) => new ObservedCommandRunner(store, platform.metrics, platform.tracer),
        inject: [EVENT_STORE],
      },
      { provide: READ_MODELS, useValue: platform.readModels },
      { provide: ReadStore, useValue: platform.readStore },
      { provide: PersonalDataVault, useValue: platform.vault },
      { provide: FileStore, useValue: platform.files },
      { provide: METRICS, useValue: platform.metrics },
      { provide: START_STATE, useValue: platform.startState },
    ];
    return {
      module: PlatformModule,
      imports: [CqrsModule.forRoot()],
      providers: provided,
      exports: [...provided, CqrsModule],
    };
  }
}
