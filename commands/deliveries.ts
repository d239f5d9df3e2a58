/** The kinds of deliveries. A feature that sends some declares them in its folder and has its line here. */
export * from './alerts/deliveries.ts';
export * from './digest/deliveries.ts';
export * from './follow/deliveries.ts';
