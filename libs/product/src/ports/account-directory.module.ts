import { Global, Module } from '@nestjs/common';
import { AccountDirectory } from '@mainstay/assessment';
import { PortfolioFacade, PortfolioModule } from '@mainstay/portfolio';

/** Litmus tests are taken of accounts, which the portfolio keeps: neither context knows the other, so they meet here. */
@Global()
@Module({
  imports: [PortfolioModule],
  providers: [
    {
      provide: AccountDirectory,
      inject: [PortfolioFacade],
      useFactory: (portfolio: PortfolioFacade): AccountDirectory => ({
        account: (context, accountId) => portfolio.account(context, accountId),
      }),
    },
  ],
  exports: [AccountDirectory],
})
export class AccountDirectoryModule {}
