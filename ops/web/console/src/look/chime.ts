/** Two short tones, made here: no file, no network. Browsers allow them after somebody touched the page. */

const TONES_HZ = [880, 660] as const;
const TONE_S = 0.16;
const GAP_S = 0.06;
const LOUDNESS = 0.18;

let context: AudioContext | undefined;

/** Opens the loudspeaker; called when somebody switches the sound on, for browsers allow it then. */
export function wakeSound(): void {
  if (typeof AudioContext === 'undefined') return;
  context ??= new AudioContext();
  void context.resume().catch(() => undefined);
}

export function chime(): void {
  wakeSound();
  if (context?.state !== 'running') return;
  let at = context.currentTime;
  for (const tone of TONES_HZ) {
    const oscillator = context.createOscillator();
    const gain = context.createGain();
    oscillator.frequency.value = tone;
    gain.gain.setValueAtTime(0, at);
    gain.gain.linearRampToValueAtTime(LOUDNESS, at + 0.02);
    gain.gain.linearRampToValueAtTime(0, at + TONE_S);
    oscillator.connect(gain).connect(context.destination);
    oscillator.start(at);
    oscillator.stop(at + TONE_S);
    at += TONE_S + GAP_S;
  }
}
