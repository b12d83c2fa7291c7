import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { CommandRunner, InMemoryEventStore } from '@mainstay/event-sourcing';
import { openApiDocument } from '@mainstay/http';
import { ReadStore } from '@mainstay/read-store';
import { PortfolioModule } from './portfolio.module';

const provided = [
  { provide: CommandRunner, useValue: new CommandRunner(new InMemoryEventStore()) },
  { provide: ReadStore, useValue: {} },
];
@Global()
@Module({ imports: [CqrsModule.forRoot()], providers: provided, exports: [...provided, CqrsModule] })
class Platform {}
@Module({ imports: [Platform, PortfolioModule] })
class App {}

it('writes', async () => {
  const app = await NestFactory.create(App, new FastifyAdapter(), { logger: false, abortOnError: false });
  await app.init();
  writeFileSync('/tmp/mainstay/portfolio-openapi.json', JSON.stringify(openApiDocument(app, '0')));
  await app.close();
});
