import { Center, Loader } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { t } from '@/shared/i18n';
import classes from './VirtualTable.module.css';

export interface Column<T> {
  header: string;
  /** A width as grid columns are written: "140px", "2fr". */
  width: string;
  cell: (row: T) => ReactNode;
}

interface VirtualTableProps<T> {
  label: string;
  columns: Column<T>[];
  rows: T[];
  keyOf: (row: T) => string | number;
  hasMore: boolean;
  loading: boolean;
  loadMore: () => void;
  onOpen?: (row: T) => void;
}

const ROW_HEIGHT = 44;
const AHEAD = 12;

/** A table of any length: only the rows in sight are drawn, and the next page is fetched before the end is reached. */
export function VirtualTable<T>(props: VirtualTableProps<T>) {
  const { label, columns, rows, keyOf, hasMore, loading, loadMore, onOpen } = props;
  const box = useRef<HTMLDivElement>(null);
  // The rule warns of what a memoising compiler would break; none is used here.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: AHEAD,
    initialRect: { width: 900, height: 600 },
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? -1;
  useEffect(() => {
    if (hasMore && !loading && last >= rows.length - AHEAD) loadMore();
  }, [hasMore, loading, last, rows.length, loadMore]);
  const grid = { gridTemplateColumns: columns.map((c) => `minmax(0, ${c.width})`).join(' ') };
  return (
    <div
      ref={box}
      className={classes.box}
      role="table"
      aria-label={label}
      aria-rowcount={hasMore ? -1 : rows.length + 1}
      // Scrollable by keyboard.
      tabIndex={0}
    >
      <div className={classes.head} role="rowgroup">
        <div className={classes.row} role="row" aria-rowindex={1} style={grid}>
          {columns.map(({ header }) => (
            <div key={header} role="columnheader" className={classes.cell}>
              {header}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className={classes.body} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = rows[index] as T;
          return (
            <div
              key={keyOf(row)}
              role="row"
              aria-rowindex={index + 2}
              className={`${classes.row} ${classes.drawn} ${onOpen ? classes.opens : ''}`}
              style={{ ...grid, transform: `translateY(${start}px)` }}
              {...(onOpen && opening(() => onOpen(row)))}
            >
              {columns.map(({ header, cell }) => (
                <div key={header} role="cell" className={classes.cell}>
                  {cell(row)}
                </div>
              ))}
            </div>
          );
        })}
      </div>
      {loading && (
        <Center p="xs" role="status" aria-label={t('Loading more')}>
          <Loader size="xs" aria-hidden />
        </Center>
      )}
    </div>
  );
}

/** A click anywhere on the row that is not on a link or button of its own; Enter does the same. */
const opening = (open: () => void) => ({
  tabIndex: 0,
  onClick: (event: { target: EventTarget }) => {
    if (!(event.target as Element).closest('a, button')) open();
  },
  onKeyDown: (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.target === event.currentTarget) open();
  },
});
