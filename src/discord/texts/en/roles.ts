import type { Formats } from '../formats.ts';

/** Texts about roles that members take with a button. */
export const roles = (f: Formats) => ({
  needsTag: (channel: string) =>
    `Posts in ${channel} need a tag, and the channel has none. Create one in the channel’s settings, or grant Lede “Manage Channels” there.`,
  notMentionable: (role: string) =>
    `⚠️ ${role} can’t be mentioned by everybody, and Lede has no permission to mention all roles, so Discord pings nobody. Allow it in the settings of the role.`,
  /** Answers to members who have to wait: many press at once, and Discord lets Lede change roles only one by one. */
  line: {
    waits: (minutes: number) =>
      `Many members are pressing the button right now, and Discord lets Lede change roles only one at a time. It’s your turn in about ${f.count(minutes, 'minute', 'minutes')}; this message will say so. If it doesn’t, press again.`,
    full: 'So many members are waiting that your turn would come too late to answer you. Please press again in a quarter of an hour.',
    late: 'Discord has accepted no role changes for too long. Please press again in a few minutes.',
    stopping: 'Lede is restarting, and your turn hadn’t come yet. Please press again in a minute.',
  },
  unfit: {
    gone: 'This server has no such role.',
    managed: (role: string) => `${role} belongs to an app, so Discord lets nobody else give it. Choose another role.`,
    everyone: 'Alerts can’t ping everyone. Choose a role that members can opt into.',
    powerful: (role: string) =>
      `${role} has permissions of its own, and anybody could take it with the button. Choose a role without permissions.`,
    opens: (role: string, channel: string) =>
      `The permissions of ${channel} allow ${role} something, and anybody could take the role with the button. Make a new role without any permissions, neither of its own nor in a channel, and choose that.`,
    opensNow: (role: string) =>
      `By now a channel’s permissions allow ${role} something, so the button no longer gives it out. An admin can choose a role without permissions: /alerts set.`,
    unread:
      'Discord didn’t tell Lede what the roles of this server allow, so Lede gives none of them out. Please try again in a minute.',
    notYours: (role: string) =>
      `To choose ${role} you must be allowed to give it yourself: you need “Manage Roles” and a role above it in *Server Settings → Roles*. Ask somebody who has both.`,
    higher: (role: string) =>
      `Lede can’t give ${role}: the role must be below Lede’s own role in *Server Settings → Roles*.`,
    noManageRoles:
      'Lede needs the permission “Manage Roles” to give members the role. Grant it to Lede’s role in *Server Settings → Roles*.',
  },
});
