import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

const tier: MantineColorsTuple = [
  '#e4f8f5',
  '#c9efe9',
  '#97dfd4',
  '#62cdbe',
  '#38bdac',
  '#1dae9d',
  '#0d9587',
  '#0a8176',
  '#076f65',
  '#045850',
];

/** A dialog's header is none of the page, of which there may be but one. */
const noBanner = { defaultProps: { attributes: { header: { role: 'presentation' } } } };

export const theme = createTheme({
  primaryColor: 'tier',
  // Dark enough for white text on it (5.9 : 1) in both schemes.
  primaryShade: 8,
  colors: { tier },
  autoContrast: true,
  defaultRadius: 'md',
  cursorType: 'pointer',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif',
  components: {
    Modal: noBanner,
    Drawer: noBanner,
    // Its own colour is too pale on white: the frame and the icon say what kind it is.
    Alert: { styles: { label: { color: 'var(--mantine-color-text)' } } },
  },
  headings: {
    fontWeight: '650',
    sizes: { h1: { fontSize: '1.6rem' }, h2: { fontSize: '1.2rem' }, h3: { fontSize: '1rem' } },
  },
});

/** Quiet text, and what is wrong, in colours that have a contrast of 4.5 : 1 on every ground it stands on. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#5a6169',
    '--mantine-color-placeholder': '#6b727a',
    '--mantine-color-error': '#c92a2a',
  },
  dark: {
    '--mantine-color-dimmed': '#a9abaf',
    '--mantine-color-placeholder': '#a0a2a6',
    '--mantine-color-error': '#ff8787',
  },
});
