import { describe, expect, it } from 'vitest';
import { budget, smsSize } from './sms.ts';

describe('the size of an SMS', () => {
  it.each([
    ['', 'GSM-7', 0, 1],
    ['a'.repeat(160), 'GSM-7', 160, 1],
    ['a'.repeat(161), 'GSM-7', 161, 2],
    ['a'.repeat(306), 'GSM-7', 306, 2],
    ['a'.repeat(307), 'GSM-7', 307, 3],
    ['€'.repeat(80), 'GSM-7', 160, 1],
    ['س'.repeat(70), 'UCS-2', 70, 1],
    ['س'.repeat(71), 'UCS-2', 71, 2],
    ['س'.repeat(134), 'UCS-2', 134, 2],
    ['س'.repeat(135), 'UCS-2', 135, 3],
    ['Flood س', 'UCS-2', 7, 1],
    ['🌊'.repeat(35), 'UCS-2', 70, 1],
  ])('of %j is %s, %i units, %i segments', (text, code, units, segments) => {
    expect(smsSize(text)).toEqual({ code, units, segments });
  });

  it('does not cut an escape pair between two segments', () => {
    expect(smsSize(`${'a'.repeat(152)}€${'b'.repeat(152)}`)).toEqual({
      code: 'GSM-7',
      units: 306,
      segments: 3,
    });
  });

  it('counts the sample of the flood evacuation as its author did', () => {
    const ar =
      'عمليات العقبة: سيل جارف في وادي اليتم يصل الشامية نحو 17:30. غادروا المناطق المنخفضة الآن إلى أرض مرتفعة. لا تعبروا الماء. الطوارئ 911';
    expect(smsSize(ar)).toEqual({ code: 'UCS-2', units: 134, segments: 2 });
  });
});

it('allows one segment more in a drill, for the exercise marks', () => {
  expect([budget('ar', false), budget('ar', true), budget('en', false), budget('en', true)]).toEqual([
    2, 3, 1, 2,
  ]);
});
