import { hash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { style } from './style';

/** Text that was escaped, or written by us. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = Html | string | false | undefined | readonly Part[];

/** Template for HTML in which every value is escaped unless it is HTML itself. */
export const html = (texts: TemplateStringsArray, ...values: Part[]): Html =>
  new Html(texts.map((text, index) => text + (index < values.length ? render(values[index]) : '')).join(''));

function render(value: Part): string {
  if (value instanceof Html) return value.text;
  if (Array.isArray(value)) return value.map(render).join('');
  return value ? escape(value as string) : '';
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character]!);

export const page = (title: string, main: Html): string =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} – Mainstay</title>
        ${new Html(`<style>${style}</style>`)}
      </head>
      <body>
        <main>
          <p class="brand">Mainstay</p>
          ${main}
        </main>
      </body>
    </html>`.text;

const digest = (text: string): string => `'sha256-${hash('sha256', text, 'base64')}'`;

/**
 * Nothing but our own style sheet and, where named, our own scripts. `form-action` names the web application too, because
 * browsers hold the redirect after a form to it.
 */
export function securityHeaders(response: ServerResponse, origins: readonly string[]): void {
  const policy = [
    "default-src 'none'",
    `style-src ${digest(style)}`,
    'script-src',
    "img-src 'self'",
    `form-action 'self' ${origins.join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  response.setHeader('Content-Security-Policy', policy.join('; '));
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'same-origin');
}

/** Lets this one script run on the page that is being answered. */
export function allowScript(response: ServerResponse, script: string): void {
  const policy = String(response.getHeader('Content-Security-Policy'));
  response.setHeader('Content-Security-Policy', policy.replace('script-src', `script-src ${digest(script)}`));
}

export function send(response: ServerResponse, status: number, body: string): void {
  response.statusCode = status;
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.setHeader('Cache-Control', 'no-store');
  response.end(body);
}
