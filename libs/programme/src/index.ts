export { ProgrammeModule } from './programme.module';
