import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from '@/app/App';
import { loadMessages, preferredLanguage } from '@/shared/i18n';

const root = document.getElementById('root');
await loadMessages(preferredLanguage());
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
