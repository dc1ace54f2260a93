import { anchorFinder, type Anchor, type Found } from '../core/guide/anchor';
import { readInPortions, readPlain } from '../core/guide/own-document';
import { TextIndex } from '../core/guide/text-search';
import type { Answer, HeldSection, Question } from './document-messages';

/** A text, with what is made of it when it is first asked for. */
interface Held {
  sections: readonly HeldSection[];
  index?: TextIndex;
  place?: (anchor: Anchor) => Found;
}

const texts = new Map<string, Held>();
const say = (answer: Answer) => self.postMessage(answer);

self.addEventListener('message', ({ data }: MessageEvent<Question>) => {
  say({ kind: 'begun' });
  try {
    answer(data);
  } catch (error) {
    if (error instanceof RangeError) return say({ kind: 'too-deep' });
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
    say({ kind: 'failed', message, stack });
  }
});

function answer(question: Question): void {
  const { key } = question;
  switch (question.kind) {
    case 'read': {
      const sections: HeldSection[] = [];
      const portions = question.isSource
        ? [readPlain(question.text)]
        : readInPortions(question.text);
      for (const portion of portions) {
        for (const { id, title, passages, text } of portion) {
          sections.push({ id, title, passages, text });
        }
        say({ kind: 'portion', sections: portion });
      }
      texts.set(key, { sections });
      return say({ kind: 'done' });
    }
    case 'hold':
      texts.set(key, { sections: question.sections });
      return say({ kind: 'done' });
    case 'forget':
      texts.delete(key);
      return say({ kind: 'done' });
    case 'anchors': {
      const held = texts.get(key) ?? { sections: [] };
      held.place ??= anchorFinder(held.sections);
      return say({ kind: 'places', found: question.anchors.map(held.place) });
    }
    case 'find': {
      const held = texts.get(key) ?? { sections: [] };
      held.index ??= new TextIndex(held.sections);
      return say({ kind: 'hits', found: held.index.find(question.typed) });
    }
  }
}
