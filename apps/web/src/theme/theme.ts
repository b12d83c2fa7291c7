import { createTheme, type CSSVariablesResolver } from '@mantine/core';
import { dark, light } from './tones';

const system =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", "Helvetica Neue", Arial, sans-serif';

/** One neutral family, one accent. Everything else that has a colour has a meaning: see tones.ts. */
export const theme = createTheme({
  fontFamily: system,
  headings: { fontFamily: system, fontWeight: '650' },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  autoContrast: true,
  luminanceThreshold: 0.18,
  black: '#1f252a',
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 5 },
  colors: {
    accent: [
      '#e7f3f6',
      '#cbe3e9',
      '#9bc9d4',
      '#67adbd',
      '#4aa0b3',
      '#247f93',
      '#14697c',
      '#0f5c6e',
      '#0b4a59',
      '#073843',
    ],
    gray: [
      '#f6f7f8',
      '#edeff1',
      '#e0e4e7',
      '#ced4d9',
      '#aeb6bd',
      '#838d97',
      '#5f6a75',
      '#4a545e',
      '#343c44',
      '#1f252a',
    ],
    dark: [
      '#dce1e5',
      '#b4bcc3',
      '#98a1aa',
      '#68727c',
      '#3e474f',
      '#30373e',
      '#262c32',
      '#1a1f24',
      '#14181c',
      '#0e1114',
    ],
    // The tone of what is bad, in shades on which, and as which, words can be read in either look.
    red: ['#fdeeed', '#f9d9d6', '#f3b1ac', '#ffb3ab', dark.bad, '#c0372f', '#bb2d25', light.bad, '#8f1e18', '#6d1712'],
  },
  components: {
    // The tint says what kind; words must be read on it.
    Alert: { styles: { title: { color: 'var(--mantine-color-text)' } } },
    Button: { defaultProps: { size: 'sm' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: true } },
    Anchor: { defaultProps: { underline: 'hover' } },
    Modal: { defaultProps: { overlayProps: { backgroundOpacity: 0.35 } } },
    Drawer: {
      defaultProps: { position: 'right', overlayProps: { backgroundOpacity: 0.15 } },
      styles: { title: { fontSize: '1.0625rem', fontWeight: 650 } },
    },
  },
});

const variables = (tones: Record<string, string>) =>
  Object.fromEntries(Object.entries(tones).map(([name, value]) => [`--tone-${name}`, value]));

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...variables(light),
    '--mantine-color-error': light.bad,
    '--page': '#f6f7f8',
    '--surface': '#ffffff',
    '--line': '#e0e4e7',
    '--past': '#ffd27a',
    '--past-text': '#3d2900',
  },
  dark: {
    ...variables(dark),
    '--mantine-color-error': dark.bad,
    '--page': '#14181c',
    '--surface': '#1a1f24',
    '--line': '#30373e',
    '--past': '#6b4700',
    '--past-text': '#ffe7bd',
  },
});
