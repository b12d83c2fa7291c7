import './theme/styles';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { addressKnownToIssuer, loadConfig } from './app/auth/config';
import { DemoLoading } from './app/DemoLoading';
import { Providers } from './app/Providers';
import { Unreachable } from './app/Unreachable';
import { loadTexts } from './i18n';
import { language } from './i18n/catalogue';

document.documentElement.lang = language;
const root = createRoot(document.getElementById('root')!);

async function start(): Promise<void> {
  const [config] = await Promise.all([loadConfig().catch(() => undefined), loadTexts()]);
  if (!config) return root.render(<Providers children={<Unreachable />} />);
  const elsewhere = addressKnownToIssuer(config.issuer, window.location.href);
  if (elsewhere) return window.location.replace(elsewhere);
  root.render(
    <StrictMode>
      <Providers>
        <DemoLoading demo={config.demo}>
          <App config={config} />
        </DemoLoading>
      </Providers>
    </StrictMode>,
  );
}

void start();
