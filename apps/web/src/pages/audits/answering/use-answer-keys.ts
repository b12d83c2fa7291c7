import { useHotkey } from '~/app/hotkey';
import type { Answer } from '../audit';
import type { Action } from '../catalogue';
import { evidenceField } from './Fields';
import { filesButton } from './FilesPanel';
import type { Choice } from './ScoreButtons';
import { confidences, linkField } from './Support';
import { talkField } from './TalkPanel';

interface AnswerKeys {
  action: Action | undefined;
  answer: Answer | undefined;
  answering: boolean;
  carried: boolean;
  onChoose: (actionId: string, choice: Choice) => void;
  onSay: (actionId: string, answer: Answer) => void;
  onConfirm: (actionId: string) => void;
  onMove: (by: 1 | -1) => void;
  onNextOpen: () => void;
  onHelp: () => void;
}

const focus = (id: string) => () => document.getElementById(id)?.focus();

/** The keys of the page; see `KeysHelp`. */
export function useAnswerKeys(keys: AnswerKeys): void {
  const { action, answer, answering, carried, onChoose, onSay, onConfirm, onMove, onNextOpen, onHelp } = keys;
  const choose = (choice: Choice) => () => onChoose(action!.id, choice);
  const surer = () => {
    const at = confidences.findIndex((one) => one === answer!.confidence);
    onSay(action!.id, { ...answer!, confidence: confidences[(at + 1) % confidences.length]! });
  };
  useHotkey(['0'], choose(0), answering);
  useHotkey(['1'], choose(1), answering);
  useHotkey(['2'], choose(2), answering);
  useHotkey(['3'], choose(3), answering);
  useHotkey(['n'], choose('notRelevant'), answering);
  useHotkey(['s'], surer, answering && answer !== undefined);
  useHotkey(['y'], () => onConfirm(action!.id), answering && carried);
  useHotkey(['e'], focus(evidenceField), action !== undefined);
  useHotkey(['l'], focus(linkField), answering);
  useHotkey(['f'], () => document.getElementById(filesButton)?.click(), answering);
  useHotkey(['c'], focus(talkField), action !== undefined);
  useHotkey(['j', 'arrowdown'], () => onMove(1));
  useHotkey(['k', 'arrowup'], () => onMove(-1));
  useHotkey(['u'], onNextOpen);
  useHotkey(['?'], onHelp);
}
