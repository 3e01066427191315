import { firstIdAt } from '../../../kernel/ids.ts'
import { allOf, type Doer, type Proof, type ProofAnswer, type Proofs } from '../../../platform/proof.ts'
import { consultation, isTraining, presetKinds } from '../domain/kinds.ts'

const page = '/meetings'
const timed = { settles: 'when-met', timed: true, page } as const
const said = (ids: readonly string[], target: number): ProofAnswer => ({ met: ids.length >= target, figure: Math.min(ids.length, target), target, references: ids.map((id) => `${page}/${id}`) })

type Convened = { id: string; convenorId: string; convenorName: string }
const convenorOf = ({ convenorId, convenorName }: Convened): Doer => ({ id: convenorId, name: convenorName })

/** One of each of these kinds was held. */
const held = (...kinds: readonly string[]): Proof => ({
  ...timed,
  evaluate: async (tx, { storeId, from, until }) => {
    const meetings = await tx.all<Convened>`
      select distinct on (kind) id, convenor_id, convenor_name from meetings.meeting where store_id = ${storeId} and kind = any(${kinds}::text[]) and held_at >= ${from} and held_at <= ${until} order by kind, held_at`
    return { ...said(meetings.map(({ id }) => id), kinds.length), doers: meetings.map(convenorOf) }
  },
})

/** Whose duty it is was there, at one of each of these kinds. */
const attended = (...kinds: readonly string[]): Proof => ({
  ...timed,
  evaluate: async (tx, { storeId, from, until, holderId }) => said((await tx.all<{ id: string }>`
    select distinct on (m.kind) m.id from meetings.participant p join meetings.meeting m on m.store_id = p.store_id and m.id = p.meeting_id
    where p.store_id = ${storeId} and p.person_id = ${holderId} and p.present_at >= ${from} and p.present_at <= ${until} and m.held_at is not null and m.kind = any(${kinds}::text[]) order by m.kind, p.present_at`).map(({ id }) => id), kinds.length),
})

/** The meeting was held, and its minutes say what is to become better: a decision at least. */
const improved: Proof = {
  ...timed,
  evaluate: async (tx, { storeId, from, until }) => {
    const meetings = await tx.all<Convened>`
      select m.id, m.convenor_id, m.convenor_name from meetings.meeting m where m.store_id = ${storeId} and m.kind = 'satisfaction' and m.held_at >= ${from} and m.issued_at <= ${until}
        and exists (select from meetings.decision d where d.store_id = m.store_id and d.meeting_id = m.id) order by m.held_at limit 1`
    return { ...said(meetings.map(({ id }) => id), 1), doers: meetings.map(convenorOf) }
  },
}

/** Each team leader held his team's meeting. */
const eachTeam: Proof = {
  ...timed,
  evaluate: async (tx, { storeId, from, until }) => {
    const { teams, met } = await tx.one<{ teams: number; met: number }>`
      select count(*) as teams, count(*) filter (where exists (select from meetings.meeting m where m.store_id = ${storeId} and m.kind = 'team-evening' and m.convenor_id = l.person_id and m.held_at >= ${from} and m.held_at <= ${until})) as met
      from (select distinct person_id from organisation.v_staff where store_id = ${storeId} and position = 'MTL') l`
    return { ...allOf(met, teams), met: teams > 0 && met === teams, references: [page] }
  },
}

/** The minutes of what the event was about are issued, with a photo. */
const issued: Proof = {
  settles: 'when-met', page,
  evaluate: async (tx, { storeId, subjectId }) => said((await tx.all<{ id: string }>`
    select m.id from meetings.meeting m where m.store_id = ${storeId} and m.id = ${subjectId} and m.status = 'issued'
      and exists (select from photos.v_kept p where p.store_id = m.store_id and p.subject = 'meeting' and p.subject_id = m.id)`).map(({ id }) => id), 1),
}

const weekBack = 7 * 86_400_000

/** Everybody of the parts team has read the minutes of the Monday meeting. */
const readByTeam: Proof = {
  settles: 'when-met', page,
  evaluate: async (tx, { storeId, until }) => {
    const { id, team, read } = await tx.one<{ id: string | null; team: number; read: number }>`
      with last as (select id from meetings.meeting where store_id = ${storeId} and kind = 'house-weekly' and status = 'issued' and held_at >= ${new Date(until.getTime() - weekBack)} and held_at <= ${until} order by held_at desc limit 1)
      select (select id from last) as id, count(*) as team, count(read_at) as read from meetings.participant where store_id = ${storeId} and meeting_id = (select id from last) and positions && array['PPL', 'WHK']`
    return { met: team > 0 && read === team, figure: read, target: team, references: id === null ? [] : [`${page}/${id}`] }
  },
}

/** Of the meetings and trainings to which he was called, and that were held, he was there. */
const attendedAll: Proof = {
  settles: 'at-deadline', page,
  evaluate: async (tx, { storeId, from, until, holderId }) => {
    const { called, there } = await tx.one<{ called: number; there: number }>`
      select count(*) as called, count(p.present_at) as there from meetings.meeting m join meetings.participant p on p.store_id = m.store_id and p.meeting_id = m.id and p.person_id = ${holderId} and p.invited and p.excuse = ''
      where m.store_id = ${storeId} and m.held_at >= ${from} and m.held_at <= ${until}`
    return allOf(there, called)
  },
}

const quarter = 92 * 86_400_000
/** Nothing is called longer than a quarter ahead: with it the primary key bounds what is planned for a time. */
const calledSince = (from: Date): string => firstIdAt(new Date(from.getTime() - quarter))

/** Of the desk's trainings that were planned for this time, all were held; none planned is none held (STM-4.2). */
const heldAsPlanned: Proof = {
  settles: 'at-deadline', page,
  evaluate: async (tx, { storeId, from, until }) => {
    const { planned, done } = await tx.one<{ planned: number; done: number }>`
      select count(*) as planned, count(held_at) as done from meetings.meeting where store_id = ${storeId} and id >= ${calledSince(from)} and kind = 'front-desk-training' and status <> 'cancelled' and at >= ${from} and at <= ${until}`
    return { ...allOf(done, planned), met: planned > 0 && done === planned, references: [page] }
  },
}

const trainings = presetKinds.map(({ code }) => code).filter(isTraining)

/** The plan of the month stands: each kind of training that the house has is called for a day of it, and who is called sees it (INF-2.4). */
const planPublished: Proof = {
  ...timed,
  evaluate: async (tx, { storeId, from, until }) => {
    const { planned, kinds } = await tx.one<{ planned: number; kinds: number }>`
      select count(*) filter (where exists (select from meetings.meeting m where m.store_id = ${storeId} and m.kind = k.code and m.status <> 'cancelled' and m.at >= ${from} and m.at < ${from}::timestamptz + interval '1 month' and m.id >= ${calledSince(from)} and m.id < ${firstIdAt(until)})) as planned, count(*) as kinds
      from unnest(${trainings}::text[]) as k(code) where not exists (select from meetings.kind o where o.store_id = ${storeId} and o.code = k.code and not o.active)`
    return { ...allOf(planned, kinds), met: kinds > 0 && planned === kinds, references: [page] }
  },
}

/** Two at least consulted about this very fault: it is a point of issued minutes, with what it came to (WSS-2.4). */
const consulted: Proof = {
  ...timed,
  evaluate: async (tx, { storeId, from, until, subjectName = '' }) => said((await tx.all<{ id: string }>`
    select m.id from meetings.meeting m where m.store_id = ${storeId} and m.kind = ${consultation} and m.held_at >= ${from} and m.issued_at <= ${until}
      and exists (select from meetings.item i where i.store_id = m.store_id and i.meeting_id = m.id and i.kind = 'hard-fault' and i.subject = ${subjectName} and i.minutes <> '')
      and (select count(*) from meetings.participant p where p.store_id = m.store_id and p.meeting_id = m.id and p.present_at is not null) > 1 order by m.held_at limit 20`).map(({ id }) => id), 1),
}

/** Duties that meetings and trainings prove. */
export const meetingProofs: Proofs = {
  'STM-4.1': held('front-desk-morning', 'front-desk-evening'), 'FDS-3.1': held('front-desk-morning', 'front-desk-evening'), 'SAD-3.1': attended('front-desk-morning', 'front-desk-evening'),
  'WSS-3.1': held('workshop-morning'), 'WSS-3.7': eachTeam, 'WSS-3.8': held('body-paint'), 'PTS-10.3': held('parts-morning', 'parts-evening'), 'PTS-10.4': held('parts-monthly'),
  'FDS-3.3': attended('house-weekly'), 'WSS-3.2': attended('house-weekly'), 'FDS-3.4': attended('management'), 'SAD-3.3': attended('satisfaction'), 'FDS-3.5': improved, 'WSS-3.5': improved,
  'FDS-3.2': held('front-desk-training'), 'SAD-3.2': attended('front-desk-training'), 'WSS-3.3': held('workshop-training'), 'PTS-10.1': held('parts-training'), 'PTS-12.1': attendedAll,
  'INF-1.2': issued, 'PTS-9.2': readByTeam, 'STM-4.2': heldAsPlanned, 'STM-7.4': held('renewal-training'), 'INF-2.4': planPublished, 'WSS-2.4': consulted,
}
