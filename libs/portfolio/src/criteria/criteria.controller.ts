import { Controller, Param } from '@nestjs/common';
import { NotFound } from '@mainstay/event-sourcing';
import { Endpoint } from '@mainstay/http';
import { z } from 'zod';
import { criteriaSet, criteriaSetShape, spendWarning } from './criteria';

const answer = criteriaSetShape.extend({ warning: z.string().nullable() });

@Controller('api/t/:tenant/criteria-sets')
export class CriteriaController {
  @Endpoint({
    method: 'GET',
    path: ':version',
    access: 'portfolio.read',
    summary: 'A criteria set: criteria by axis, weights, anchors',
    answer,
  })
  getCriteriaSet(@Param('version') version: string): z.infer<typeof answer> {
    const set = /^\d{1,9}$/.test(version) ? criteriaSet(Number(version)) : undefined;
    if (!set) throw new NotFound('criteria-set', version);
    return { ...set, warning: spendWarning(set) ?? null };
  }
}
