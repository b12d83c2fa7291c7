/** One style sheet for all pages: readable at 390 px, in light and dark, with nothing loaded from elsewhere. */
export const style = `
:root { color-scheme: light dark; --ground: #f4f6f8; --card: #ffffff; --text: #16202b; --soft: #51606f; --line: #d3dae1;
  --accent: #0b5d8a; --on-accent: #ffffff; --accent-soft: #e6f1f7; --bad: #a3161b; --bad-soft: #fdecec; }
@media (prefers-color-scheme: dark) { :root { --ground: #11171d; --card: #1a222b; --text: #e8edf2; --soft: #a9b6c3; --line: #34414e;
  --accent: #7cc4ec; --on-accent: #0b2230; --accent-soft: #203340; --bad: #ffb0ac; --bad-soft: #43211f; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; }
main { max-width: 62rem; margin: 0 auto; padding: 2.5rem 1rem 3rem; }
.brand { margin: 0 0 .25rem; color: var(--accent); font-weight: 700; letter-spacing: .02em; }
h1 { margin: 0 0 .75rem; font-size: 1.75rem; line-height: 1.2; }
h2 { margin: 0 0 .75rem; font-size: 1.15rem; }
h3 { margin: 1.25rem 0 .5rem; font-size: .95rem; }
p { margin: 0 0 1rem; }
.soft { color: var(--soft); }
h2 + .soft { margin-top: -.5rem; }
.columns { display: grid; gap: 1.25rem; margin-top: 1.5rem; align-items: start; }
@media (min-width: 52rem) { .columns.two { grid-template-columns: 1fr 20rem; } }
.card { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: 1.25rem; }
.people { list-style: none; margin: 0; padding: 0; display: grid; gap: .5rem; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); }
button, .button { font: inherit; cursor: pointer; border-radius: .5rem; min-height: 2.75rem; padding: .5rem .9rem; }
.person { width: 100%; height: 100%; text-align: left; background: var(--card); color: inherit; border: 1px solid var(--line); }
.person:hover { background: var(--accent-soft); border-color: var(--accent); }
.person span { display: block; }
.person .name { font-weight: 600; }
.person .role { font-size: .875rem; color: var(--soft); }
.primary { display: inline-block; background: var(--accent); color: var(--on-accent); border: 1px solid var(--accent); font-weight: 600; text-decoration: none; }
.secondary { background: transparent; color: inherit; border: 1px solid var(--line); }
.wide { width: 100%; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
label { display: block; font-weight: 600; margin-bottom: .25rem; }
input { width: 100%; font: inherit; min-height: 2.75rem; padding: .5rem .75rem; margin-bottom: 1rem; color: inherit; background: var(--ground); border: 1px solid #7b8996; border-radius: .5rem; }
.error { background: var(--bad-soft); color: var(--bad); border: 1px solid currentColor; border-radius: .5rem; padding: .6rem .8rem; }
.actions { display: flex; flex-wrap: wrap; gap: .75rem; }
`;
