/** The delivery kinds of all features. */
export * from '../../commands/alerts/deliveries.ts';
export * from '../../commands/digest/deliveries.ts';
export * from '../../commands/follow/deliveries.ts';
