import type { TFunction } from 'i18next';
import type { Damage } from '../../shared/contract/desk.ts';

/** The check tells no more findings than this; then there are more of them. */
const MOST_FINDINGS = 20;

/** What the check found, counted; its own words are SQLite's and say nothing to a person. */
export function damageWords(t: TFunction<'backups'>, { findings, updatesBroken }: Damage): string {
  const updates = updatesBroken === 0 ? null : t('damage.updates', { count: updatesBroken });
  const places =
    findings.length === 0
      ? null
      : findings.length < MOST_FINDINGS
        ? t('damage.places', { count: findings.length })
        : t('damage.many', { count: MOST_FINDINGS });
  if (updates !== null && places !== null) return t('damage.and', { one: updates, other: places });
  return updates ?? places ?? '';
}
