// The host's colour: taken when everything that is written in it or on it stays legible.

/** WCAG 2.2 AA for text. */
const LEAST_CONTRAST = 4.5;
const WHITE = [255, 255, 255];
/** What stands behind text in the two themes, as static/site/site.css has it. */
const LIGHT = { paper: WHITE, ground: [243, 245, 248] };
const DARK = { paper: [27, 34, 43], ground: [18, 23, 29], on: [10, 26, 44] };
const STEPS = 20;

/** Red, green and blue of `0b5cad`, `#0b5cad` or `#05a`; null for anything else. */
export function parseColour(text) {
  const [, digits] = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(text) ?? [];
  if (!digits) return null;
  const pairs = digits.length === 3 ? [...digits].map((digit) => digit + digit) : digits.match(/../g);
  return pairs.map((pair) => Number.parseInt(pair, 16));
}

function luminance(colour) {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours, from 1 to 21. */
export function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** A colour on its way to another one. */
function mix(from, to, share) {
  return from.map((part, place) => Math.round(part + (to[place] - part) * share));
}

const isLegible = (colour, ...behind) => behind.every((ground) => contrast(colour, ground) >= LEAST_CONTRAST);
const css = (colour) => `rgb(${colour.join(" ")})`;

function inTheLight(accent) {
  const soft = mix(accent, WHITE, 0.9);
  const ink = mix(accent, [0, 0, 0], 0.2);
  return isLegible(accent, LIGHT.paper, LIGHT.ground, soft) ? { accent, ink, soft, on: WHITE } : null;
}

/** The same hue, as much lighter as it has to be. */
function inTheDark(colour) {
  const soft = mix(DARK.ground, colour, 0.2);
  const lighter = Array.from({ length: STEPS + 1 }, (_, step) => mix(colour, WHITE, step / STEPS));
  const accent = lighter.find((candidate) => isLegible(candidate, DARK.paper, DARK.ground, DARK.on, soft));
  return accent && { accent, ink: mix(accent, WHITE, 0.3), soft, on: DARK.on };
}

/**
 * The custom properties of a host's colour in both themes; null when it is no colour, or too pale to be
 * read on white.
 */
export function properties(text) {
  const colour = parseColour(text);
  const light = colour && inTheLight(colour);
  const dark = colour && inTheDark(colour);
  if (!light || !dark) return null;
  const both = (part) => `var(--light, ${css(light[part])}) var(--dark, ${css(dark[part])})`;
  return {
    "--accent": both("accent"),
    "--accent-ink": both("ink"),
    "--accent-soft": both("soft"),
    "--on-accent": both("on"),
  };
}
