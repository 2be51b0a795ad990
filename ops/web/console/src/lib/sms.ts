/** SMS segmentation, GSM 03.38 and UCS-2. The house counts the same way when it sends. */

const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const extended = new Set('\f^{}\\[~]|€');

export interface SmsSize {
  code: 'GSM-7' | 'UCS-2';
  /** Septets or UTF-16 units. */
  units: number;
  segments: number;
}

/** Segments that one message of a language should need at most. */
export function budget(language: string, drill: boolean): number {
  return (language === 'ar' ? 2 : 1) + (drill ? 1 : 0);
}

/** A character is never cut in two: an escape pair or a surrogate pair moves on as a whole. */
function pack(sizes: readonly number[], whole: number, part: number): { units: number; segments: number } {
  const units = sizes.reduce((sum, size) => sum + size, 0);
  if (units <= whole) return { units, segments: 1 };
  let segments = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > part) {
      segments += 1;
      used = 0;
    }
    used += size;
  }
  return { units, segments };
}

export function smsSize(text: string): SmsSize {
  const characters = [...text];
  const gsm = characters.every((c) => basic.has(c) || extended.has(c));
  if (gsm) {
    const sizes = characters.map((c) => (extended.has(c) ? 2 : 1));
    return { code: 'GSM-7', ...pack(sizes, 160, 153) };
  }
  const sizes = characters.map((c) => c.length);
  return { code: 'UCS-2', ...pack(sizes, 70, 67) };
}
