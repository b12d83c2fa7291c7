import { Global, Module } from '@nestjs/common';
import { DivisionDirectory } from '@mainstay/assessment';
import { PortfolioFacade, PortfolioModule } from '@mainstay/portfolio';

/** Audits are held of divisions, which the portfolio keeps: neither context knows the other, so they meet here. */
@Global()
@Module({
  imports: [PortfolioModule],
  providers: [
    {
      provide: DivisionDirectory,
      inject: [PortfolioFacade],
      useFactory: (portfolio: PortfolioFacade): DivisionDirectory => ({
        exists: (context, divisionId) => portfolio.divisionExists(context, divisionId),
      }),
    },
  ],
  exports: [DivisionDirectory],
})
export class DivisionDirectoryModule {}
