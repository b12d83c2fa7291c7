/** Of all processes that project, one at a time has this lock: it alone follows the feed, or shares the tenants out. */
export const PROJECTOR_LOCK = `pg_try_advisory_lock(hashtextextended('mainstay projector', 0))`;
