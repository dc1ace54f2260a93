import { it } from 'vitest';
import { checkModel } from './support/model';

it('any 300 lives of a library', { timeout: 1_200_000 }, () => checkModel(300));
