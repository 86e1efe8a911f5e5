/** The colors of a picture by what they stand for. Written as `#rrggbb`, so that their contrast can be computed. */
export interface Palette {
  readonly background: string;
  readonly text: string;
  /** What matters less, still text. */
  readonly muted: string;
  /** Outlines and edges that a picture cannot be read without. */
  readonly line: string;
  /** Grids and fills that only help the eye. */
  readonly soft: string;
  /** Where the record stands, and what is next. */
  readonly accent: string;
  readonly onAccent: string;
  readonly done: string;
  readonly warning: string;
  readonly error: string;
  /** Fills from the lowest to the highest risk; text stands on them. */
  readonly tones: readonly [string, string, string, string];
}

/** For light backgrounds. */
export const lightPalette: Palette = {
  background: '#ffffff',
  text: '#1f2328',
  muted: '#59636e',
  line: '#818b98',
  soft: '#eef1f4',
  accent: '#0a5fc4',
  onAccent: '#ffffff',
  done: '#1a7f37',
  warning: '#8f5b00',
  error: '#c4202f',
  tones: ['#dff3e4', '#fbeeb8', '#ffd9bd', '#ffc4c6'],
};

/** For dark backgrounds. */
export const darkPalette: Palette = {
  background: '#1f1f1f',
  text: '#e6e6e6',
  muted: '#a5acb4',
  line: '#7d8590',
  soft: '#2b2d30',
  accent: '#58a6ff',
  onAccent: '#0b1623',
  done: '#4cc266',
  warning: '#e0a82e',
  error: '#ff7b72',
  tones: ['#1d3b29', '#46390f', '#5a3413', '#622529'],
};

/** The contrast of two colors as WCAG 2 computes it, from 1 to 21. */
export function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
