import { describe, expect, it } from 'vitest';
import { SavingStates } from '@/components/editor/saving-states';

describe('how safe a letter is', () => {
  it('is as its gravest section, told at every change until nobody listens', () => {
    const states = new SavingStates();
    const told: string[] = [];
    const stop = states.subscribe(() => told.push(states.getGravest().kind));
    expect(states.getGravest().kind).toBe('saved');
    states.set('a', { kind: 'saving' });
    states.set('b', { kind: 'saved' });
    states.set('b', { kind: 'offline', keptHere: true });
    states.set('a', { kind: 'saved' });
    states.set('b', { kind: 'saved' });
    stop();
    states.set('a', { kind: 'saving' });
    expect(told).toEqual(['saving', 'saving', 'offline', 'offline', 'saved']);
  });

  it('is the same object while nothing changed, so that nothing is drawn for it', () => {
    const states = new SavingStates();
    states.set('a', { kind: 'saving' });
    expect(states.getGravest()).toBe(states.getGravest());
  });
});
