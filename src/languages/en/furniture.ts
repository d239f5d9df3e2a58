import type { Furniture } from '../language.ts';

export const furniture: Furniture = {
  dateWords: `mon monday tue tues tuesday wed wednesday thu thurs thursday fri friday sat saturday sun sunday first last
    published posted updated created modified reviewed on at the of am pm p m a hr hrs hour hours ago min mins minute
    minutes today yesterday st nd rd th h gmt utc bst cet cest et est edt`,
  stamp: 'published|posted|updated|last (?:modified|reviewed)',
  by: 'by|(?:words|written|reported|story|posted|submitted) by|text:',
  credit: '(?:file )?photos?|images?|pictures?|source|photograph|photo illustration|(?:photo|image) credit',
  rights: 'all rights reserved',
  promo: [
    '(?:reading time|read time)\\s?:?\\s?(?:ca\\.?\\s)?\\d{1,3}',
    '\\d{1,3}[ -]min(?:ute)?s?\\.? read',
    'page \\d{1,3} of \\d{1,3}',
    '\\d[\\d.,]*[km]?\\s(?:shares?|likes?|views?|reads?|claps?)',
    '(?:also )?read (?:more|also|next)|also read|more on this|see also|continue reading|recommended|most read|trending',
    'related(?=\\s*(?::|$|\\p{L}+$|(?:stories|articles|content|news|posts|topics|links|coverage|videos?)\\b))',
    'watch|listen|sign up|subscribe|click here|follow (?:us|@\\w*)|like us|join us|download (?:the|our)|scroll down',
    'advert(?:isement)?s?|ad|(?:hide|close|report) (?:this )?ad(?=\\P{L}*$)',
    '(?:story|article) continues',
    '(?:kindly |please )?share this|share on|tweet|print this|skip to|loading|supported by|support our|don.t miss',
    'this (?:article|story) (?:is|was) (?:originally|first) (?:published|appeared)',
    'get (?:our|the latest)|stay up to date',
    'editor.s picks|tags?|topics?:|filed under|categories:|posted in',
    '(?:more|watch|video|photos?|gallery|read):',
    'join the conversation|have your say|(?:leave|post) a comment|(?:view|show) comments|comments? \\(|cookies?',
    'was this (?:page|article|story|answer|content) (?:helpful|useful)',
  ],
  appeal: [
    '\\bbecome an? (?:paid |paying |free )?(?:member|subscriber)\\b',
    '\\bthank(?:s| you) for reading\\b.{0,80}\\bsubscribe',
    '\\bdownload our (?:\\p{L}+ )?apps?\\b|\\b(?:in|to|into) your inbox\\b',
    '\\b(?:sign up|subscribe)\\b.{0,40}\\bnewsletters?\\b|\\bcancel (?:at )?any ?time\\b',
    '\\bfree articles?\\b.{0,30}\\b(?:this month|left|remaining)',
    '\\b(?:follow|join) (?:us on|our)\\b.{0,20}\\b(?:channel|telegram|whatsapp|facebook|instagram|google news)\\b',
    '^(?:already (?:a|have an?) (?:subscriber|subscription|member|account)|to (?:continue|keep) reading)',
    '^subscribe (?:now|today|to (?:continue|read|keep|unlock|access))|^(?:keep|continue) reading (?:for|with)',
    '^(?:log|sign) in (?:to|or)|^register (?:now|for free|to (?:read|continue))',
    '^support (?:our|independent|local) (?:work|journalism|newsroom)',
    '\\b(?:article|story|content) is (?:only )?(?:available (?:only )?(?:to|for)|for|reserved for|exclusive to) ' +
      '(?:our )?(?:paid |registered )?(?:subscribers|members)',
    '^(?:this video|th(?:is|e) (?:content|embed|post|tweet)) (?:could not|couldn.t|cannot|' +
      'can.t) be (?:loaded|shown|played)(?:[.!]|$)',
    '^(?:got|have|do you have) an? (?:news )?(?:story|tip|question)\\b',
    '\\bwe (?:may |can )?(?:earn|get|receive) (?:an? )?(?:affiliate |' +
      'small )?commissions?\\b[^.!?]{0,60}\\b(?:links?|you buy)\\b',
    // These are imperatives only at the beginning of a sentence.
    '(?:^|[.!?] )(?:(?:[^.!?]{0,60}[:,] )?sign up here(?!\\p{L})|' +
      '(?:please )?click here|let us know (?:in|what|on)\\b|' +
      '(?:tell|let) us\\b[^.!?]{0,60} in the comments\\b|(?:please )?send (?:it|them) to us\\b|' +
      'by (?:loading|clicking|playing)[^.!?]{0,60} you (?:also )?(?:accept|agree)\\b|' +
      '(?:write to|contact|e-?mail) (?:us|me|our|the (?:author|editor|newsroom|reporter|writer))' +
      '(?!\\p{L})[^.!?]{0,60}\\S@\\S)',
  ],
  offer: 'inbox|e-?mail|free|sign up|subscri',
  reports: 'said|says|told|according|announced',
  openingNote: [
    '(?:editor|author).?s note|note to readers?|we may (?:earn|receive)|(?:when|if) you (?:buy|purchase|click|shop)',
    'this (?:story|article|post|piece|essay|interview|page) (?:is|was|has|originally|first|contains|may)',
    'spoiler alert|(?:content|trigger) warning',
    '(?:disclosure|disclaimer|correction|clarification|warning|breaking|update)\\s?:',
    'translated (?:from|by)|please enable|you need to enable|your browser does|free article|follow topics',
  ],
};
