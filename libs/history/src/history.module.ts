import { Module } from '@nestjs/common';
import { AssessmentModule } from '@mainstay/assessment';
import { PeopleModule } from '@mainstay/people';
import { HistoryExport } from './export/history-export';
import { HistoryController } from './query/history.controller';
import { HistoryQueries } from './query/history.queries';

@Module({
  imports: [AssessmentModule, PeopleModule],
  controllers: [HistoryController],
  providers: [HistoryQueries, HistoryExport],
})
export class HistoryModule {}
