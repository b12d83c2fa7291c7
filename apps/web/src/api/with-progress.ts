import type { Transport } from './send';

/** Sends and tells how much of the body has gone out, from 0 to 1: `fetch` does not. */
export const withProgress =
  (tell: (part: number) => void): Transport =>
  async (request) => {
    const body = await request.arrayBuffer();
    return new Promise((resolve, reject) => {
      const sending = new XMLHttpRequest();
      sending.open(request.method, request.url);
      request.headers.forEach((value, name) => sending.setRequestHeader(name, value));
      sending.upload.onprogress = ({ loaded, total }) => tell(total > 0 ? loaded / total : 0);
      sending.onload = () => resolve(answerOf(sending));
      sending.onerror = () => reject(new TypeError('No answer came.'));
      sending.send(body);
    });
  };

/** Headers come as lines; each has its name before the first colon. */
function answerOf(sending: XMLHttpRequest): Response {
  const lines = sending
    .getAllResponseHeaders()
    .trim()
    .split(/[\r\n]+/);
  const headers = lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]);
  return new Response(sending.responseText, { status: sending.status, headers: headers as [string, string][] });
}
