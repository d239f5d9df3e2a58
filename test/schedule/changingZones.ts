/** Every zone of ICU that changes its clock between the two years, with the moments of its changes. */
export function changingZones(fromYear = 2024, toYear = 2028): { zone: string; changes: number[] }[] {
  const end = Temporal.Instant.from(`${toYear}-01-01T00:00Z`);
  return Intl.supportedValuesOf('timeZone').flatMap((zone) => {
    const changes: number[] = [];
    let at = Temporal.Instant.from(`${fromYear}-01-01T00:00Z`).toZonedDateTimeISO(zone).getTimeZoneTransition('next');
    while (at !== null && at.epochMilliseconds < end.epochMilliseconds) {
      changes.push(at.epochMilliseconds);
      at = at.getTimeZoneTransition('next');
    }
    return changes.length > 0 ? [{ zone, changes }] : [];
  });
}
