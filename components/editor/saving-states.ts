import { gravestState, type SavingState } from './saving-state';

/**
 * How safe the sections of a letter are, for the one word that says it. It changes twice with every keystroke, so that it is kept outside of
 * what draws the letter: a hundred sections need not be drawn anew for it.
 */
export class SavingStates {
  private readonly states = new Map<string, SavingState>();
  private readonly listeners = new Set<() => void>();
  private gravest: SavingState = { kind: 'saved' };

  set = (sectionId: string, state: SavingState): void => {
    this.states.set(sectionId, state);
    this.gravest = gravestState(this.states.values());
    for (const listener of this.listeners) listener();
  };

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The gravest of all. */
  getGravest = (): SavingState => this.gravest;
}
