// Written by "npm run texts" from en.json.

type Words = string | readonly string[];

export interface Messages {
  readonly changes: {
    readonly retitled: (values: { outlet: Words }) => string;
    readonly corrected: (values: { article: Words | undefined; outlet: Words }) => string;
    readonly retracted: (values: { article: Words | undefined; outlet: Words }) => string;
    readonly gone: (values: { article: Words | undefined; outlet: Words; status: Words }) => string;
    readonly quoted: (values: { words: Words }) => string;
  };
  readonly digest: {
    readonly timeIn: (values: { zone: string }) => string;
    readonly update: string;
    readonly outlets: (values: { outlets: number }) => string;
    readonly firstReported: (values: { time: Words }) => string;
    readonly told: (values: { ago: Words; daysAgo: number }) => string;
    readonly updates: (values: { day: Words; headline: Words }) => string;
    readonly digestOf: (values: { weekday: Words }) => string;
    readonly earlier: {
      readonly corrected: (values: { of: Words; outlet: Words; text: Words | undefined; title: Words | undefined }) => string;
      readonly retracted: (values: { of: Words; outlet: Words; text: Words | undefined; title: Words | undefined }) => string;
    };
    readonly correctedToo: (values: { numbers: Words }) => string;
    readonly paywalled: (values: { outlet: Words }) => string;
    readonly takenOut: string;
    readonly removed: string;
    readonly open: string;
    readonly headlines: string;
    readonly corrected: (values: { outlet: Words; text: Words | undefined }) => string;
    readonly retracted: (values: { outlet: Words; text: Words | undefined }) => string;
    readonly commands: {
      readonly subscriptions: {
        readonly named: readonly [string, string];
      };
      readonly subscribe: {
        readonly named: readonly [string, string];
        readonly options: {
          readonly topic: readonly [string, string];
          readonly channel: readonly [string, string];
        };
      };
      readonly unsubscribe: {
        readonly named: readonly [string, string];
        readonly options: {
          readonly topic: readonly [string, string];
          readonly channel: readonly [string, string];
        };
      };
      readonly digest: {
        readonly named: readonly [string, string];
        readonly subcommands: {
          readonly preview: readonly [string, string];
          readonly post: readonly [string, string];
          readonly settings: readonly [string, string];
          readonly feed: readonly [string, string];
          readonly pause: readonly [string, string];
          readonly resume: readonly [string, string];
        };
        readonly options: {
          readonly channel: readonly [string, string];
          readonly languages: readonly [string, string];
          readonly language: readonly [string, string];
          readonly copy_from: readonly [string, string];
          readonly mute: readonly [string, string];
          readonly mute_days: readonly [string, string];
          readonly log: readonly [string, string];
        };
        readonly choices: {
          readonly auto: string;
        };
      };
    };
    readonly channels: {
      readonly pick: (values: { channel: Words }) => string;
      readonly pickTopics: string;
      readonly subscribeTo: (values: { topic: Words }) => string;
      readonly pickMore: string;
      readonly pickOwn: string;
      readonly allTaken: (values: { channel: Words }) => string;
      readonly subscribed: (values: { channel: Words; topics: Words }) => string;
      readonly joined: (values: { all: Words; channel: Words; topics: Words }) => string;
      readonly next: (values: { full: Words; relative: Words }) => string;
      readonly shown: {
        readonly times: (values: { value: Words }) => string;
        readonly days: (values: { value: Words }) => string;
        readonly zone: (values: { value: string }) => string;
        readonly stories: (values: { value: number }) => string;
        readonly languages: (values: { value: Words | undefined }) => string;
        readonly language: (values: { value: Words | undefined }) => string;
        readonly quiet: (values: { value: string }) => string;
        readonly style: (values: { value: string }) => string;
        readonly crosspost: (values: { value: string }) => string;
        readonly thread: (values: { value: string }) => string;
        readonly silent: (values: { value: string }) => string;
      };
      readonly everyDay: string;
      readonly weekdays: string;
      readonly weekend: string;
      readonly allLanguages: string;
      readonly published: string;
      readonly zoneGuessed: string;
      readonly firstHeadlines: string;
      readonly noHeadlines: string;
      readonly thin: (values: { outlets: number }) => string;
      readonly reading: string;
      readonly stillReading: string;
      readonly preview: string;
      readonly postNow: string;
      readonly unsubscribed: (values: { channel: Words; left: Words; topic: Words }) => string;
      readonly unsubscribedAll: (values: { channel: Words; topic: Words }) => string;
      readonly none: string;
      readonly noneHere: (values: { channel: Words }) => string;
      readonly heading: string;
      readonly lastDigest: (values: { relative: Words; url: Words }) => string;
      readonly paused: string;
      readonly resumed: string;
      readonly blocked: (values: { reason: Words }) => string;
      readonly stopped: string;
    };
    readonly feed: {
      readonly off: string;
      readonly heading: (values: { channel: Words }) => string;
      readonly warning: string;
      readonly hidden: string;
      readonly page: string;
      readonly atom: string;
      readonly json: string;
      readonly kept: (values: { days: number; digests: number }) => string;
      readonly renew: string;
      readonly end: string;
      readonly renewed: string;
      readonly ended: (values: { channel: Words }) => string;
      readonly outside: string;
      readonly title: (values: { topics: Words }) => string;
      readonly untitled: string;
      readonly entry: (values: { day: Words; time: Words }) => string;
      readonly posted: string;
      readonly corrected: string;
      readonly feeds: string;
      readonly none: string;
      readonly changed: (values: { changes: number }) => string;
    };
    readonly form: {
      readonly title: (values: { channel: Words }) => string;
      readonly change: string;
      readonly fields: {
        readonly times: readonly [string, string];
        readonly days: readonly [string, string];
        readonly zone: readonly [string, string];
        readonly stories: readonly [string, string];
        readonly more: readonly [string, string];
      };
      readonly boxes: {
        readonly style: string;
        readonly quiet: string;
        readonly thread: string;
        readonly silent: string;
        readonly crosspost: string;
      };
    };
    readonly settings: {
      readonly previewOf: (values: { channel: Words }) => string;
      readonly posting: (values: { channel: Words }) => string;
      readonly postedEmpty: (values: { channel: Words }) => string;
      readonly heading: (values: { channel: Words }) => string;
      readonly topics: string;
      readonly muted: string;
      readonly mutedNone: string;
      readonly log: string;
      readonly logNone: string;
      readonly until: (values: { time: Words }) => string;
      readonly saved: (values: { changes: Words }) => string;
      readonly same: string;
      readonly copied: (values: { from: Words }) => string;
      readonly mutes: (values: { hidden: number; of: number; word: Words }) => string;
      readonly alreadyMuted: (values: { until: Words | undefined; word: Words }) => string;
      readonly unmute: (values: { word: Words }) => string;
      readonly muteSure: (values: { hidden: number; of: number; word: Words }) => string;
      readonly muteAnyway: string;
      readonly unmuted: (values: { word: Words }) => string;
      readonly logSet: (values: { channel: Words }) => string;
      readonly logAlready: (values: { channel: Words }) => string;
      readonly clearLog: string;
      readonly logCleared: string;
      readonly daysWithoutWord: string;
      readonly yes: string;
      readonly no: string;
      readonly muteExpires: (values: { days: number; word: Words }) => string;
    };
    readonly quiet: (values: { stories: number }) => string;
    readonly inBrief: string;
    readonly more: string;
  };
  readonly story: {
    readonly updated: (values: { time: Words }) => string;
    readonly figuresDiffer: string;
    readonly figuresOverTime: string;
    readonly changed: string;
    readonly whatChanged: string;
    readonly inMarks: (values: { words: Words }) => string;
    readonly inTheirWords: string;
    readonly firstReport: string;
    readonly earlier: string;
    readonly sameText: (values: { outlets: Words }) => string;
    readonly andMore: (values: { count: number }) => string;
    readonly quoted: string;
    readonly related: string;
    readonly noTopic: string;
    readonly share: string;
    readonly why: string;
    readonly allOutlets: string;
    readonly sharedBy: (values: { user: Words }) => string;
    readonly gone: (values: { days: number }) => string;
    readonly reading: string;
    readonly openOne: string;
    readonly takenBack: {
      readonly vote: string;
      readonly back: string;
      readonly stands: string;
      readonly nothing: string;
    };
    readonly cannotShare: string;
    readonly shared: string;
    readonly shareUnconfirmed: string;
    readonly alreadyShared: string;
    readonly headlines: {
      readonly heading: (values: { topic: Words | undefined }) => string;
      readonly counts: (values: { since: Words; stories: number }) => string;
      readonly empty: (values: { since: Words }) => string;
      readonly noneToShare: string;
    };
    readonly openStory: string;
    readonly command: {
      readonly named: readonly [string, string];
      readonly options: {
        readonly query: readonly [string, string];
      };
    };
    readonly meant: (values: { meant: Words; query: Words }) => string;
    readonly nearest: (values: { days: number; query: Words }) => string;
    readonly top: (values: { days: number; query: Words }) => string;
    readonly nothing: (values: { days: number; query: Words }) => string;
    readonly quietDay: string;
    readonly quietDays: string;
    readonly whyHeading: (values: { title: Words }) => string;
    readonly whyWords: (values: { words: Words }) => string;
    readonly whyProbability: (values: { percent: number }) => string;
    readonly whyFooter: string;
    readonly outletsHeading: (values: { title: Words }) => string;
    readonly changedHeading: (values: { title: Words }) => string;
    readonly origins: (values: { origins: number }) => string;
    readonly hadItFirst: (values: { outlet: Words }) => string;
    readonly unread: (values: { source: Words }) => string;
    readonly names: (values: { source: Words }) => string;
    readonly notTheSame: string;
    readonly splitOff: {
      readonly waiting: string;
      readonly done: string;
    };
    readonly takenOut: (values: { count: number }) => string;
    readonly putBack: string;
    readonly picture: {
      readonly heading: (values: { days: number; hours: number }) => string;
      readonly correction: string;
      readonly others: (values: { count: number }) => string;
      readonly numbered: (values: { name: Words; number: number }) => string;
      readonly altHead: (values: { first: Words; last: Words; outlets: number; reports: number }) => string;
      readonly altFirst: (values: { outlet: Words }) => string;
      readonly altNumber: (values: { name: Words; number: number }) => string;
      readonly altOutlet: (values: { corrections: Words | undefined; more: number; outlet: Words; times: Words }) => string;
      readonly altMore: (values: { outlets: number }) => string;
    };
  };
  readonly target: {
    readonly kinds: {
      readonly other: (values: { channel: Words }) => string;
      readonly otherOrForum: (values: { channel: Words }) => string;
      readonly unknown: string;
      readonly locked: (values: { channel: Words }) => string;
    };
    readonly noThreads: {
      readonly inThread: (values: { channel: Words }) => string;
      readonly notAllowed: (values: { channel: Words }) => string;
    };
    readonly botLacks: (values: { channel: Words; permissions: Words }) => string;
    readonly userLacks: (values: { channel: Words; permissions: Words }) => string;
    readonly permissions: {
      readonly ViewChannel: string;
      readonly SendMessages: string;
      readonly SendMessagesInThreads: string;
      readonly EmbedLinks: string;
      readonly ReadMessageHistory: string;
    };
    readonly forumPermissions: {
      readonly SendMessages: string;
      readonly SendMessagesInThreads: string;
    };
    readonly threadsLeft: (values: { why: Words }) => string;
  };
  readonly roles: {
    readonly needsTag: (values: { channel: Words }) => string;
    readonly notMentionable: (values: { role: Words }) => string;
    readonly line: {
      readonly waits: (values: { minutes: number }) => string;
      readonly full: string;
      readonly late: string;
      readonly stopping: string;
    };
    readonly unfit: {
      readonly gone: string;
      readonly managed: (values: { role: Words }) => string;
      readonly everyone: string;
      readonly powerful: (values: { role: Words }) => string;
      readonly opens: (values: { channel: Words; role: Words }) => string;
      readonly opensNow: (values: { role: Words }) => string;
      readonly unread: string;
      readonly notYours: (values: { role: Words }) => string;
      readonly higher: (values: { role: Words }) => string;
      readonly noManageRoles: string;
    };
  };
  readonly topics: {
    readonly ofFeeds: string;
    readonly meant: (values: { name: Words; typed: Words }) => string;
    readonly cancel: string;
    readonly cancelled: string;
    readonly busy: string;
    readonly refused: {
      readonly 'bad-url': string;
      readonly 'bad-scheme': string;
      readonly 'has-credentials': string;
      readonly 'private-address': string;
      readonly 'too-many-feeds': string;
      readonly 'feed-forgotten': string;
      readonly 'requests-spent': string;
    };
    readonly command: {
      readonly named: readonly [string, string];
      readonly subcommands: {
        readonly list: readonly [string, string];
        readonly create: readonly [string, string];
        readonly edit: readonly [string, string];
        readonly delete: readonly [string, string];
      };
      readonly options: {
        readonly topic: readonly [string, string];
        readonly name: readonly [string, string];
        readonly all: readonly [string, string];
        readonly any: readonly [string, string];
        readonly not: readonly [string, string];
      };
    };
    readonly none: string;
    readonly heading: string;
    readonly all: (values: { words: Words }) => string;
    readonly any: (values: { words: Words }) => string;
    readonly not: (values: { words: Words }) => string;
    readonly feedsOnly: string;
    readonly tried: (values: { matches: number; of: number }) => string;
    readonly save: string;
    readonly created: (values: { name: Words }) => string;
    readonly edited: (values: { changes: Words; name: Words }) => string;
    readonly same: string;
    readonly noWords: string;
    readonly deleted: (values: { name: Words }) => string;
    readonly form: {
      readonly create: string;
      readonly edit: (values: { name: Words }) => string;
      readonly pick: string;
      readonly fields: {
        readonly name: readonly [string, string];
        readonly all: readonly [string, string];
        readonly any: readonly [string, string];
        readonly not: readonly [string, string];
      };
    };
    readonly deleteSure: (values: { channels: Words | undefined; name: Words }) => string;
    readonly deleteFeeds: (values: { feeds: number }) => string;
    readonly deleteLast: (values: { channels: Words }) => string;
    readonly delete: string;
  };
  readonly undo: {
    readonly button: string;
    readonly all: string;
    readonly some: string;
    readonly none: string;
    readonly late: string;
  };
  readonly follow: {
    readonly button: string;
    readonly closed: string;
    readonly command: {
      readonly named: readonly [string, string];
      readonly menu: string;
    };
    readonly begins: (values: { title: Words }) => string;
    readonly 'goes-on': (values: { title: Words }) => string;
    readonly ends: (values: { title: Words }) => string;
    readonly stop: string;
    readonly where: (values: { title: Words }) => string;
    readonly inThread: string;
    readonly inMessages: string;
    readonly inThreadSoon: string;
    readonly inMessagesNow: (values: { title: Words }) => string;
    readonly mayNot: string;
    readonly noLink: string;
    readonly noStory: string;
    readonly several: string;
    readonly pick: string;
    readonly none: string;
    readonly heading: string;
    readonly line: (values: { place: Words | undefined; since: Words; title: Words }) => string;
    readonly closedEnded: (values: { titles: Words }) => string;
    readonly choose: string;
    readonly ended: (values: { title: Words }) => string;
  };
  readonly forms: {
    readonly change: string;
    readonly open: string;
    readonly late: string;
    readonly again: string;
  };
  readonly people: {
    readonly watched: (values: { words: Words }) => string;
    readonly stopWatching: string;
  };
  readonly refusals: {
    readonly 'unknown-topic': (values: { detail: Words }) => string;
    readonly 'topic-gone': string;
    readonly 'unknown-zone': (values: { detail: Words }) => string;
    readonly 'zone-meant': (values: { detail: Words }) => string;
    readonly 'unknown-time': (values: { detail: Words }) => string;
    readonly 'too-many-times': (values: { detail: Words }) => string;
    readonly 'unknown-days': (values: { detail: Words }) => string;
    readonly 'unknown-language': (values: { detail: Words }) => string;
    readonly 'too-many-languages': (values: { detail: Words }) => string;
    readonly 'unknown-choice': (values: { detail: Words }) => string;
    readonly 'not-subscribed': (values: { detail: Words | undefined }) => string;
    readonly 'already-subscribed': string;
    readonly 'too-many-topics': (values: { detail: Words }) => string;
    readonly 'channel-full': (values: { detail: Words }) => string;
    readonly 'too-many-feeds': (values: { detail: Words }) => string;
    readonly 'too-many-mutes': string;
    readonly 'mute-word': (values: { detail: Words }) => string;
    readonly 'topic-exists': (values: { detail: Words }) => string;
    readonly 'topic-built-in': (values: { detail: Words }) => string;
    readonly 'topic-name': string;
    readonly 'no-words': string;
    readonly 'too-many-words': (values: { detail: Words }) => string;
    readonly 'long-word': (values: { detail: Words }) => string;
    readonly 'short-word': (values: { detail: Words }) => string;
    readonly 'unknown-outlet': (values: { detail: Words }) => string;
    readonly 'too-many-outlets': (values: { detail: Words }) => string;
    readonly 'feed-exists': string;
    readonly 'feed-unknown': string;
    readonly 'feed-forgotten': (values: { detail: Words }) => string;
    readonly 'requests-spent': (values: { detail: Words }) => string;
    readonly 'no-quiet-hours': string;
    readonly 'unknown-quiet': (values: { detail: Words }) => string;
    readonly 'too-many-follows': (values: { detail: Words }) => string;
    readonly 'too-many-follows-today': (values: { detail: Words }) => string;
    readonly 'too-many-threads-today': (values: { detail: Words }) => string;
    readonly 'already-followed': string;
    readonly 'not-followed': string;
    readonly 'too-many-watched': (values: { detail: Words }) => string;
    readonly 'too-many-watchers': string;
    readonly 'not-watched': (values: { detail: Words | undefined }) => string;
    readonly 'no-alert': string;
    readonly 'no-newest': string;
    readonly 'too-many-alerts': (values: { detail: Words }) => string;
    readonly 'topic-or-words': string;
    readonly 'feed-or-topic': string;
    readonly 'feed-at-one-voice': string;
    readonly 'feed-at-once': string;
    readonly 'no-own-feeds': (values: { detail: Words | undefined }) => string;
    readonly 'other-alert': string;
    readonly 'not-in-story': string;
    readonly 'only-report': string;
    readonly 'too-many-corrections': string;
    readonly 'digest-just-now': string;
  };
  readonly errors: {
    readonly failed: (values: { code: Words }) => string;
    readonly needsServer: string;
    readonly notInServer: (values: { inviteUrl: Words }) => string;
    readonly needsManage: string;
    readonly expired: string;
    readonly retired: string;
    readonly reasons: {
      readonly 'missing-access': string;
      readonly 'missing-permission': string;
      readonly 'thread-closed': string;
      readonly 'cannot-look-up': string;
    };
    readonly notices: {
      readonly paused: (values: { channel: Words; reason: Words }) => string;
      readonly noThread: (values: { channel: Words }) => string;
      readonly roleGone: (values: { channel: Words }) => string;
      readonly roleOpens: (values: { channel: Words; opened: Words; role: Words }) => string;
      readonly channelGone: (values: { channel: Words }) => string;
      readonly expired: (values: { channel: Words; day: Words }) => string;
      readonly expiredSome: (values: { channel: Words; count: number; first: Words; last: Words | undefined }) => string;
      readonly refused: (values: { channel: Words; day: Words }) => string;
      readonly unknownOutcome: (values: { channel: Words; day: Words | undefined }) => string;
      readonly feedFailing: (values: { feed: Words; reason: Words }) => string;
      readonly feedBack: (values: { feed: Words }) => string;
      readonly feedGone: (values: { feed: Words; reason: Words }) => string;
      readonly clockAhead: (values: { hours: number }) => string;
      readonly polling: (values: { minutes: number }) => string;
      readonly sending: (values: { minutes: number }) => string;
    };
  };
  readonly alerts: {
    readonly command: {
      readonly named: readonly [string, string];
      readonly subcommands: {
        readonly set: readonly [string, string];
        readonly off: readonly [string, string];
        readonly list: readonly [string, string];
      };
      readonly options: {
        readonly topic: readonly [string, string];
        readonly words: readonly [string, string];
        readonly voices: readonly [string, string];
        readonly feed: readonly [string, string];
        readonly per_day: readonly [string, string];
        readonly quiet: readonly [string, string];
        readonly silent: readonly [string, string];
        readonly thread: readonly [string, string];
        readonly crosspost: readonly [string, string];
        readonly language: readonly [string, string];
        readonly role: readonly [string, string];
        readonly channel: readonly [string, string];
      };
      readonly choices: {
        readonly default: string;
        readonly never: string;
        readonly always: string;
        readonly quiet: string;
      };
    };
    readonly everything: string;
    readonly allFeeds: string;
    readonly off: string;
    readonly confirmed: (values: { newsrooms: number }) => string;
    readonly several: (values: { stories: number }) => string;
    readonly notify: string;
    readonly items: (values: { count: number }) => string;
    readonly more: (values: { count: number }) => string;
    readonly alsoBy: (values: { list: Words }) => string;
    readonly setAtOnce: (values: { about: Words; channel: Words; holding: Words; perDay: number }) => string;
    readonly ownFeeds: string;
    readonly someFeeds: (values: { feeds: Words }) => string;
    readonly ownFeedsOn: (values: { topic: Words }) => string;
    readonly feedsGone: string;
    readonly holding: (values: { words: Words }) => string;
    readonly lacking: (values: { words: Words }) => string;
    readonly newest: string;
    readonly newestComes: (values: { title: Words }) => string;
    readonly silent: string;
    readonly values: {
      readonly everything: string;
      readonly all: string;
      readonly none: string;
      readonly unsaid: string;
      readonly yes: string;
      readonly no: string;
    };
    readonly form: {
      readonly title: (values: { channel: Words }) => string;
      readonly how: string;
      readonly pick: string;
      readonly voices: (values: { count: number }) => string;
      readonly fields: {
        readonly topic: readonly [string, string];
        readonly words: readonly [string, string];
        readonly voices: readonly [string, string];
        readonly feed: readonly [string, string];
        readonly per_day: readonly [string, string];
        readonly quiet: readonly [string, string];
        readonly silent: readonly [string];
        readonly role: readonly [string, string];
        readonly language: readonly [string, string];
        readonly more: readonly [string];
      };
      readonly boxes: {
        readonly thread: string;
        readonly crosspost: string;
      };
    };
    readonly saved: (values: { changes: Words }) => string;
    readonly same: string;
    readonly set: (values: { about: Words; channel: Words; perDay: number; voices: number }) => string;
    readonly anything: string;
    readonly ofTopic: (values: { topic: Words }) => string;
    readonly words: (values: { words: Words }) => string;
    readonly quiet: (values: { from: Words; until: Words; zone: Words }) => string;
    readonly quietly: (values: { from: Words; until: Words; zone: Words }) => string;
    readonly posts: string;
    readonly threads: string;
    readonly crossposts: string;
    readonly written: (values: { language: Words }) => string;
    readonly pings: (values: { role: Words }) => string;
    readonly ended: (values: { channel: Words }) => string;
    readonly none: string;
    readonly heading: string;
    readonly gotRole: (values: { role: Words }) => string;
    readonly lostRole: (values: { role: Words }) => string;
    readonly noRole: string;
    readonly roleDeleted: string;
  };
  readonly catchup: {
    readonly command: {
      readonly named: readonly [string, string];
      readonly options: {
        readonly topic: readonly [string, string];
      };
    };
    readonly heading: (values: { topic: Words | undefined }) => string;
    readonly firstHeading: (values: { topic: Words | undefined }) => string;
    readonly nothing: (values: { relative: Words }) => string;
    readonly nothingYet: string;
  };
  readonly corrections: {
    readonly command: {
      readonly named: readonly [string, string];
      readonly options: {
        readonly outlet: readonly [string, string];
        readonly since: readonly [string, string];
      };
      readonly choices: {
        readonly today: string;
        readonly '3days': string;
        readonly digest: string;
      };
    };
    readonly heading: (values: { outlet: Words | undefined }) => string;
    readonly counts: (values: { articles: number; changes: number; start: Words }) => string;
    readonly none: (values: { articles: number; outlet: Words | undefined; since: Words | undefined; start: Words }) => string;
    readonly unknownOutlet: (values: { typed: Words }) => string;
    readonly shown: (values: { channel: Words; time: Words; url: Words | undefined }) => string;
    readonly newer: string;
    readonly older: string;
    readonly page: (values: { number: number; of: number }) => string;
    readonly onlyNewest: (values: { count: number }) => string;
    readonly rule: string;
  };
  readonly coverage: {
    readonly command: {
      readonly named: readonly [string, string];
      readonly options: {
        readonly url: readonly [string, string];
      };
      readonly menu: string;
    };
    readonly byPage: (values: { link: Words }) => string;
    readonly alone: (values: { outlet: Words }) => string;
    readonly latest: (values: { time: Words }) => string;
    readonly reportedBy: string;
    readonly noCountry: string;
    readonly owners: (values: { owners: Words }) => string;
    readonly owner: (values: { name: Words; outlets: number }) => string;
    readonly ownersUnknown: (values: { outlets: number }) => string;
    readonly agree: string;
    readonly noLink: string;
    readonly onlyFirst: (values: { count: number }) => string;
    readonly noPage: (values: { typed: Words }) => string;
    readonly unknown: (values: { link: Words }) => string;
    readonly nearest: (values: { link: Words }) => string;
    readonly closed: (values: { link: Words }) => string;
    readonly unanswered: (values: { link: Words }) => string;
    readonly spent: (values: { link: Words }) => string;
  };
  readonly feeds: {
    readonly command: {
      readonly named: readonly [string, string];
      readonly subcommands: {
        readonly list: readonly [string, string];
        readonly add: readonly [string, string];
        readonly remove: readonly [string, string];
        readonly import: readonly [string, string];
        readonly export: readonly [string, string];
      };
      readonly options: {
        readonly url: readonly [string, string];
        readonly topic: readonly [string, string];
        readonly feed: readonly [string, string];
        readonly file: readonly [string, string];
        readonly topicForAll: readonly [string, string];
      };
    };
    readonly form: {
      readonly title: string;
      readonly fields: {
        readonly url: readonly [string, string];
        readonly topic: readonly [string, string];
      };
    };
    readonly none: string;
    readonly heading: string;
    readonly state: {
      readonly new: string;
      readonly ok: string;
      readonly failing: string;
      readonly gone: string;
    };
    readonly lastRead: (values: { relative: Words }) => string;
    readonly nextRead: (values: { relative: Words }) => string;
    readonly share: (values: { part: number; whole: number }) => string;
    readonly quota: (values: { articles: Words; megabytes: Words; pages: Words; requests: Words }) => string;
    readonly quotaSpent: (values: { relative: Words }) => string;
    readonly week: (values: { articles: number }) => string;
    readonly found: (values: { title: Words }) => string;
    readonly empty: string;
    readonly choices: (values: { feeds: number }) => string;
    readonly notOffered: (values: { feeds: number }) => string;
    readonly notRead: string;
    readonly pick: string;
    readonly failed: (values: { reason: Words }) => string;
    readonly add: string;
    readonly added: (values: { title: Words; topic: Words }) => string;
    readonly subscribeHint: (values: { topic: Words }) => string;
    readonly atOnceHint: string;
    readonly atOnce: string;
    readonly removed: (values: { title: Words }) => string;
    readonly several: (values: { typed: Words }) => string;
    readonly imported: (values: { added: number; known: number; refused: number }) => string;
    readonly inTopic: (values: { feeds: number; topic: Words }) => string;
    readonly readSoon: string;
    readonly notAdded: string;
    readonly tooMany: (values: { feeds: number }) => string;
    readonly report: {
      readonly added: string;
      readonly known: string;
      readonly refused: string;
    };
    readonly file: {
      readonly unreachable: string;
      readonly 'too-large': string;
      readonly 'too-slow': string;
      readonly 'no-list': string;
      readonly broken: string;
      readonly empty: string;
      readonly 'too-many': string;
    };
    readonly exported: (values: { feeds: number }) => string;
    readonly exportTitle: (values: { server: Words | undefined }) => string;
  };
  readonly headlines: {
    readonly command: {
      readonly named: readonly [string, string];
      readonly options: {
        readonly topic: readonly [string, string];
        readonly since: readonly [string, string];
      };
      readonly choices: {
        readonly today: string;
        readonly '3days': string;
        readonly digest: string;
      };
    };
  };
  readonly help: {
    readonly command: {
      readonly named: readonly [string, string];
    };
    readonly heading: string;
    readonly what: string;
    readonly start: (values: { command: Words }) => string;
    readonly startByOthers: string;
    readonly startDm: string;
    readonly everyone: string;
    readonly managers: string;
    readonly footer: string;
  };
  readonly me: {
    readonly command: {
      readonly named: readonly [string, string];
      readonly subcommands: {
        readonly export: readonly [string, string];
        readonly delete: readonly [string, string];
      };
    };
    readonly exported: string;
    readonly askDelete: string;
    readonly deleteAll: string;
    readonly deleted: string;
  };
  readonly outlets: {
    readonly command: {
      readonly named: readonly [string, string];
      readonly subcommands: {
        readonly mute: readonly [string, string];
        readonly prefer: readonly [string, string];
        readonly list: readonly [string, string];
      };
      readonly options: {
        readonly outlet: readonly [string, string];
        readonly channel: readonly [string, string];
      };
    };
    readonly muted: (values: { channel: Words; outlet: Words }) => string;
    readonly preferred: (values: { channel: Words; outlet: Words }) => string;
    readonly noLonger: {
      readonly muted: string;
      readonly preferred: string;
    };
    readonly already: {
      readonly muted: (values: { channel: Words; outlet: Words }) => string;
      readonly preferred: (values: { channel: Words; outlet: Words }) => string;
    };
    readonly reset: {
      readonly muted: (values: { outlet: Words }) => string;
      readonly preferred: (values: { outlet: Words }) => string;
    };
    readonly isReset: (values: { channel: Words; outlet: Words }) => string;
    readonly heading: (values: { channel: Words }) => string;
    readonly lists: {
      readonly muted: string;
      readonly preferred: string;
    };
    readonly fields: {
      readonly muted: readonly [string, string];
      readonly preferred: readonly [string, string];
    };
    readonly none: (values: { channel: Words }) => string;
  };
  readonly setup: {
    readonly command: {
      readonly named: readonly [string, string];
      readonly subcommands: {
        readonly export: readonly [string, string];
        readonly import: readonly [string, string];
      };
      readonly options: {
        readonly file: readonly [string, string];
      };
    };
    readonly exported: (values: { channels: number }) => string;
    readonly preview: string;
    readonly done: string;
    readonly nothing: string;
    readonly go: string;
    readonly parts: {
      readonly ownTopics: string;
      readonly ownFeeds: string;
      readonly mutes: string;
      readonly channels: string;
      readonly alerts: string;
    };
    readonly log: string;
    readonly added: (values: { count: number }) => string;
    readonly changed: (values: { count: number }) => string;
    readonly left: string;
    readonly noOutlet: string;
    readonly alertLacks: string;
    readonly noChannel: string;
    readonly severalChannels: string;
    readonly file: {
      readonly unreachable: string;
      readonly 'too-large': string;
      readonly broken: string;
    };
  };
  readonly status: {
    readonly command: {
      readonly named: readonly [string, string];
      readonly subcommands: {
        readonly now: readonly [string, string];
        readonly deliveries: readonly [string, string];
      };
    };
    readonly heading: (values: { version: Words }) => string;
    readonly up: (values: { relative: Words }) => string;
    readonly outlets: (values: { all: number; answered: number }) => string;
    readonly failing: (values: { count: number }) => string;
    readonly stories: (values: { articles: number; stories: number }) => string;
    readonly corrections: (values: { count: number }) => string;
    readonly lastPoll: (values: { relative: Words }) => string;
    readonly lastDigest: (values: { relative: Words }) => string;
    readonly nextDigest: (values: { relative: Words }) => string;
    readonly noDigest: string;
    readonly pending: (values: { count: number }) => string;
    readonly processes: (values: { count: number }) => string;
    readonly since: {
      readonly group: (values: { relative: Words }) => string;
      readonly send: (values: { relative: Words }) => string;
    };
    readonly declined: (values: { list: Words }) => string;
    readonly declinedBy: (values: { count: number; what: Words }) => string;
    readonly signals: {
      readonly robots: string;
      readonly search: string;
      readonly licence: string;
      readonly mining: string;
      readonly snippet: string;
      readonly picture: string;
    };
    readonly deliveries: {
      readonly heading: string;
      readonly newest: string;
      readonly none: string;
      readonly in: (values: { channel: Words }) => string;
      readonly message: string;
      readonly kinds: {
        readonly daily: string;
        readonly asked: string;
        readonly alert: string;
        readonly post: string;
        readonly item: string;
        readonly 'item-post': string;
        readonly follow: string;
        readonly update: string;
      };
      readonly states: {
        readonly sent: string;
        readonly part: string;
        readonly pending: string;
        readonly expired: string;
        readonly refused: string;
        readonly unknown: string;
        readonly lost: string;
        readonly quiet: string;
      };
      readonly late: (values: { count: number }) => string;
      readonly held: (values: { count: number }) => string;
      readonly retries: (values: { count: number }) => string;
      readonly next: (values: { relative: Words }) => string;
      readonly dropped: {
        readonly 'channel-gone': string;
        readonly 'messages-closed': string;
        readonly 'not-wanted': string;
        readonly 'alerts-off': string;
        readonly 'no-topics': string;
        readonly 'digest-paused': string;
        readonly 'server-left': string;
      };
      readonly reasons: {
        readonly 'rate-limit': string;
        readonly 'outcome-unknown': string;
        readonly 'internal-error': string;
        readonly unauthorized: string;
        readonly 'channel-denied': string;
        readonly 'too-late': string;
        readonly 'never-confirmed': string;
      };
      readonly answered: (values: { words: Words }) => string;
    };
    readonly nobody: {
      readonly group: string;
      readonly send: string;
    };
  };
  readonly watch: {
    readonly command: {
      readonly named: readonly [string, string];
      readonly subcommands: {
        readonly add: readonly [string, string];
        readonly remove: readonly [string, string];
        readonly list: readonly [string, string];
      };
      readonly options: {
        readonly words: readonly [string, string];
        readonly word: readonly [string, string];
      };
    };
    readonly watches: (values: { words: Words }) => string;
    readonly lately: (values: { matches: number; of: number }) => string;
    readonly tooMany: string;
    readonly watchClosed: (values: { words: Words }) => string;
    readonly watchesNothing: string;
  };
  readonly why: {
    readonly command: {
      readonly named: readonly [string, string];
      readonly options: {
        readonly query: readonly [string, string];
      };
    };
    readonly noDigest: string;
    readonly unknown: (values: { query: Words }) => string;
    readonly nearest: (values: { query: Words }) => string;
    readonly digestOf: (values: { day: Words }) => string;
    readonly place: (values: { digest: Words; number: number; of: number }) => string;
    readonly brief: (values: { digest: Words; number: number; of: number }) => string;
    readonly absent: (values: { digest: Words }) => string;
    readonly reasons: {
      readonly before: (values: { last: Words; start: Words }) => string;
      readonly after: (values: { end: Words; first: Words }) => string;
      readonly told: (values: { digest: Words; end: Words }) => string;
      readonly earlierDigest: string;
      readonly otherTopic: (values: { topics: Words }) => string;
      readonly noNews: string;
      readonly muted: (values: { word: Words }) => string;
      readonly beaten: (values: { lines: number; places: number }) => string;
    };
    readonly importance: (values: { points: Words }) => string;
    readonly parts: {
      readonly leadingOutlets: (values: { newsrooms: number }) => string;
      readonly otherOutlets: (values: { newsrooms: number }) => string;
      readonly articles: (values: { articles: number }) => string;
      readonly saga: (values: { newsrooms: number }) => string;
      readonly leisure: string;
      readonly notNews: string;
      readonly otherTopics: string;
    };
  };
  readonly problems: {
    readonly 'bad-url': string;
    readonly 'bad-scheme': string;
    readonly 'has-credentials': string;
    readonly 'private-address': (values: { host: Words }) => string;
    readonly 'dns-not-found': (values: { host: Words }) => string;
    readonly 'dns-failed': (values: { host: Words }) => string;
    readonly refused: (values: { host: Words }) => string;
    readonly unreachable: (values: { host: Words }) => string;
    readonly reset: (values: { host: Words }) => string;
    readonly tls: (values: { host: Words }) => string;
    readonly timeout: (values: { host: Words }) => string;
    readonly 'too-large': (values: { host: Words }) => string;
    readonly 'too-many-redirects': (values: { host: Words }) => string;
    readonly 'bad-redirect': (values: { host: Words }) => string;
    readonly 'unwanted-redirect': (values: { host: Words }) => string;
    readonly 'not-now': (values: { host: Words }) => string;
    readonly 'bad-response': (values: { host: Words }) => string;
    readonly aborted: (values: { host: Words }) => string;
    readonly empty: string;
    readonly 'not-a-feed': string;
    readonly broken: string;
    readonly 'too-slow': string;
    readonly busy: string;
    readonly 'worker-died': string;
    readonly 'no-feed': string;
    readonly forgotten: string;
    readonly http: {
      readonly denied: (values: { host: Words; status: Words }) => string;
      readonly missing: (values: { host: Words; status: Words }) => string;
      readonly gone: (values: { host: Words; status: Words }) => string;
      readonly throttled: (values: { host: Words; status: Words }) => string;
      readonly faulty: (values: { host: Words; status: Words }) => string;
      readonly status: (values: { host: Words; status: Words }) => string;
    };
  };
  readonly playground: {
    readonly toMessages: string;
    readonly channels: string;
    readonly playground: string;
    readonly playgroundWhy: string;
    readonly playgroundLive: string;
    readonly clockTitle: string;
    readonly clockHere: string;
    readonly stopped: string;
    readonly startingAgain: string;
    readonly messages: string;
    readonly messagesIn: (values: { channel: Words }) => string;
    readonly clockMoves: string;
    readonly itemsRead: string;
    readonly stories: (values: { count: number }) => string;
    readonly alerts: (values: { count: number }) => string;
    readonly digests: (values: { count: number }) => string;
    readonly tryIt: string;
    readonly messageOrCommand: string;
    readonly send: string;
    readonly notOffered: (values: { name: Words }) => string;
    readonly pageTopics: {
      readonly 'every-item': string;
      readonly 'your-feeds': string;
    };
    readonly ownFeeds: string;
    readonly ownFeedsWhy: string;
    readonly makeDigest: string;
    readonly lookingAt: (values: { nth: number; of: number; url: Words }) => string;
    readonly readingFeeds: (values: { articles: number; stories: number }) => string;
    readonly ownDigestIsThere: string;
    readonly ownFeedsBusy: string;
    readonly noFeedThere: string;
    readonly offline: string;
    readonly notRead: string;
    readonly notAllowed: string;
    readonly itIs: (values: { time: Words }) => string;
    readonly aChannel: string;
    readonly notYet: string;
    readonly onlyManagers: (values: { admin: Words }) => string;
    readonly subscribe: (values: { channel: Words }) => string;
    readonly tour: {
      readonly story: string;
      readonly compare: string;
      readonly skip: string;
      readonly outlets: string;
    };
    readonly yourServer: string;
    readonly yourServerHow: string;
    readonly tourOf: (values: { step: number; steps: number }) => string;
    readonly over: string;
    readonly startAgain: string;
    readonly kinds: {
      readonly text: string;
      readonly announcement: string;
      readonly voice: string;
      readonly forum: string;
      readonly thread: string;
      readonly dm: string;
      readonly category: string;
    };
    readonly directMessages: string;
    readonly withoutLede: string;
    readonly newPost: string;
    readonly replies: (values: { count: number }) => string;
    readonly threadMessages: (values: { count: number }) => string;
    readonly archived: string;
    readonly olderPosts: string;
    readonly allPosts: (values: { forum: Words }) => string;
    readonly belowMessage: (values: { channel: Words }) => string;
    readonly pageOnly: string;
    readonly unread: string;
    readonly youAre: string;
    readonly admin: string;
    readonly member: string;
    readonly mayManage: string;
    readonly mayNot: string;
    readonly language: string;
    readonly ledeIn: (values: { channel: Words }) => string;
    readonly mayWrite: string;
    readonly mayNotWrite: string;
    readonly look: string;
    readonly looks: {
      readonly system: string;
      readonly light: string;
      readonly dark: string;
    };
    readonly connecting: string;
    readonly readingFirst: (values: { items: number; outlets: number; stories: number }) => string;
    readonly nothingYet: (values: { guild: Words; items: number; outlets: number; stories: number }) => string;
    readonly messageCount: (values: { count: number }) => string;
    readonly oneForEach: (values: { topics: Words }) => string;
    readonly to: string;
    readonly onPageOnly: string;
    readonly back: string;
    readonly digestArrived: string;
    readonly onlyYou: string;
    readonly dismiss: string;
    readonly apps: string;
    readonly edited: string;
    readonly silent: string;
    readonly somebody: string;
    readonly used: readonly [string, string];
    readonly isThinking: (values: { name: Words }) => string;
    readonly feedBotPosted: readonly [string, string];
    readonly ledePosted: readonly [string, string];
    readonly seeAll: string;
    readonly didNotRespond: (values: { name: Words }) => string;
    readonly waiting: string;
    readonly plainFeedBot: string;
    readonly empty: {
      readonly voice: string;
      readonly forum: string;
      readonly dm: string;
      readonly other: string;
    };
    readonly truth: {
      readonly true: string;
      readonly false: string;
    };
    readonly choose: string;
    readonly notDrawn: (values: { kind: number }) => string;
    readonly bytes: (values: { size: number }) => string;
    readonly commands: string;
    readonly leave: string;
    readonly isNeeded: (values: { name: Words }) => string;
    readonly notAmong: (values: { name: Words; value: Words }) => string;
    readonly cannotWrite: string;
    readonly write: (values: { channel: Words }) => string;
    readonly category: (values: { name: Words }) => string;
    readonly suggestions: (values: { name: Words }) => string;
    readonly asMany: string;
    readonly cancel: string;
    readonly submit: string;
    readonly formNote: string;
    readonly formFailed: string;
    readonly notTaken: string;
    readonly tooLarge: string;
  };
}
