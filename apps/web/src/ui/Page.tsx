import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react';
import { Text, Title } from '@mantine/core';
import { useLocation, useNavigationType } from 'react-router';
import { t } from '~/i18n';
import { type Fact, Facts } from './Facts';
import { PageHistory } from './PageHistory';
import { PageTabs, type Tab } from './PageTabs';
import classes from './Page.module.css';

export interface PageProps {
  title: string;
  /** Above everything: the other pages of the section, usually a SectionNav. */
  section?: ReactNode;
  /** Small line above the title: where this record belongs, usually a TenantLink. */
  above?: ReactNode;
  /** Beside the title: the record's state, such as a CategoryBadge. */
  state?: ReactNode;
  /** The answer to the page's question, in one sentence, before anything else. */
  answer?: ReactNode;
  /** Three to five key facts of a record. */
  facts?: readonly Fact[];
  /** Buttons; hidden on paper. */
  actions?: ReactNode;
  /** Kept in the address as ?tab=; the first is the default. `children` stand above them. */
  tabs?: readonly Tab[];
  /** The record this page shows; gives the history drawer (H). */
  subject?: { readonly type: string; readonly id: string };
  children?: ReactNode;
}

/** A page that answers one question and says the answer first. */
export function Page({ title, section, above, state, answer, facts, actions, tabs, subject, children }: PageProps) {
  const heading = useTitle(title);
  return (
    <div className={classes['page']}>
      {section}
      <header className={classes['header']}>
        <div className={classes['words']}>
          {above && (
            <Text size="sm" c="dimmed" component="div">
              {above}
            </Text>
          )}
          <div className={classes['title']}>
            <Title order={1} size="h2" ref={heading} tabIndex={-1}>
              {title}
            </Title>
            {state}
          </div>
          {answer && (
            <Text size="lg" maw="72ch" component="div">
              {answer}
            </Text>
          )}
        </div>
        {(actions || subject) && (
          <div className={classes['actions']} data-screen-only>
            {subject && <PageHistory subject={subject} title={title} />}
            {actions}
          </div>
        )}
      </header>
      {facts && <Facts facts={facts} />}
      {children}
      {tabs && <PageTabs tabs={tabs} label={title} />}
    </div>
  );
}

/**
 * Names the document, and takes the focus to the heading when a person came here by a link. Going back keeps the place
 * where they were; filters and tabs change the address of the same page and move nothing.
 */
function useTitle(title: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  const cameBack = useNavigationType() === 'POP';
  const arrive = useEffectEvent(() => {
    if (cameBack) return;
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  });

  useEffect(() => {
    document.title = `${title} · ${t('product')}`;
  }, [title]);
  useEffect(() => arrive(), [pathname]);

  return heading;
}
