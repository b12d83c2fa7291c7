import { Component, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { t } from '~/i18n';
import { EmptyState } from '~/ui/EmptyState';

/** Keeps the frame standing where a page breaks or its code does not load. Give it the address as key. */
export class PageBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <EmptyState
        title={t('error.page')}
        text={t('error.pageText')}
        action={<Button onClick={() => window.location.reload()}>{t('error.reload')}</Button>}
      />
    );
  }
}
