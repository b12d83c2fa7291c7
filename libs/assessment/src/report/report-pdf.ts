import { join } from 'node:path';
import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces';
import { reportDocument } from './report-document';
import type { Paper, ReportSource } from './report-source';

const fonts = join(require.resolve('pdfmake/package.json'), '..', 'fonts', 'Roboto');
pdfmake.setFonts({
  Roboto: {
    normal: join(fonts, 'Roboto-Regular.ttf'),
    bold: join(fonts, 'Roboto-Medium.ttf'),
    italics: join(fonts, 'Roboto-Italic.ttf'),
    bolditalics: join(fonts, 'Roboto-MediumItalic.ttf'),
  },
});
// A report is made of what it is given: nothing is fetched, and no file is read but the typeface.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path.startsWith(fonts));

export const MOST_PAGES = 6;
const lengths = [40, 28, 20, 14, 10, 7, 4];

/** The report as a PDF of at most six pages: where it would be longer, its lists say how much more there is. */
export async function reportPdf(source: ReportSource, paper: Paper = 'a4'): Promise<Buffer> {
  for (const longest of lengths) {
    const { pages, pdf } = await render(reportDocument(source, paper, longest));
    if (pages <= MOST_PAGES) return pdf;
  }
  throw new Error('The report does not fit its pages, however short its lists are.');
}

async function render(document: TDocumentDefinitions): Promise<{ pages: number; pdf: Buffer }> {
  let pages = 0;
  const { footer } = document;
  const counting: TDocumentDefinitions = {
    ...document,
    footer: (page, count, size) => {
      pages = count;
      return typeof footer === 'function' ? footer(page, count, size) : footer;
    },
  };
  return { pdf: await pdfmake.createPdf(counting).getBuffer(), pages };
}
