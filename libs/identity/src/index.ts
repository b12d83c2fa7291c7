export * from './access';
export * from './administration';
export * from './guards';
export * from './identity.module';
export { membershipIn, type Membership, type Person } from './person';
export * from './policy';
export { TokenVerifier, type TokenVerifierOptions } from './token-verifier';
