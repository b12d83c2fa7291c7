import fc from 'fast-check';
import { namesIn } from './names';

describe('names of streams in EventStoreDB', () => {
  const names = namesIn('mainstay');
  const part = fc.string({
    unit: fc.constantFrom('a', 'b', '-', '_', ':', '%', '.', 'ß', '漢', ' ', '/'),
    maxLength: 6,
  });
  const tenant = part.filter((text) => text.length > 0);

  it('say context, aggregate, tenant and id', () => {
    expect(names.stream('acme', 'portfolio.account-acme_4711')).toBe('mainstay:portfolio.account-acme_4711');
    expect(names.idRecord('acme', '0193ABCD-0000-7000-8000-000000000001')).toBe(
      'mainstay.ids-acme_0193abcd-0000-7000-8000-000000000001',
    );
  });

  it('are read back as the tenant and stream they were made of', () => {
    fc.assert(
      fc.property(tenant, fc.tuple(part, part, fc.boolean()), (tenant, [before, id, own]) => {
        const stream = own ? `${before}-${tenant}_${id}` : before + id;
        expect(names.parse(names.stream(tenant, stream))).toEqual({ tenant, stream });
      }),
    );
  });

  it('never belong to two tenants, also where one tenant’s name goes on as an id of the other', () => {
    expect(names.stream('acme', 'a-acme_x_1')).not.toBe(names.stream('acme_x', 'a-acme_x_1'));
    fc.assert(
      fc.property(tenant, tenant, part, (one, other, stream) => {
        fc.pre(one !== other);
        expect(names.stream(one, stream)).not.toBe(names.stream(other, stream));
      }),
    );
  });

  it('stand apart from those of other installations and of id records', () => {
    expect(names.idRecord('acme', 'x').startsWith(names.prefix)).toBe(false);
    expect(names.stream('acme', 'a').startsWith(namesIn('mainstay.test').prefix)).toBe(false);
    expect(() => namesIn('a-b')).toThrow('The namespace of an EventStoreDB store must be');
  });
});
