import { it } from 'vitest';
import { checkModel } from '../../../tests/fault/support/model';

it('is the same after every crash and start, whatever was done', { timeout: 120_000 }, () =>
  checkModel(20),
);
