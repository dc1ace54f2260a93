import corrections from '../../content/guide/corrections.json';
import glossary from '../../content/guide/glossary.json';
import sources from '../../content/guide/sources.json';
import synonyms from '../../content/guide/synonyms.json';
import { readGuide, type Guide } from '../core/guide/guide';
import { searchOf, type GuideSearch } from '../core/guide/search';
import { chapterFiles } from './guide-files';

let guide: Guide | null = null;
let search: GuideSearch | null = null;

/** The guide, parsed once, when first asked for. */
export function guideContent(): Guide {
  guide ??= readGuide({ chapters: chapterFiles, corrections, sources, glossary, synonyms });
  return guide;
}

/** Its index, made when something is first looked for. */
export function guideSearch(): GuideSearch {
  search ??= searchOf(guideContent());
  return search;
}
